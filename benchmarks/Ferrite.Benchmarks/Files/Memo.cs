namespace Ferrite.Benchmarks.Files;

/// <summary>A function of a count that is slow to find out, and asked for again and again.</summary>
internal sealed class Memo(Func<long, ulong> function)
{
    private readonly Dictionary<long, ulong> _known = [];

    internal ulong Of(long count)
    {
        if (!_known.TryGetValue(count, out ulong value))
        {
            _known.Add(count, value = function(count));
        }

        return value;
    }
}
