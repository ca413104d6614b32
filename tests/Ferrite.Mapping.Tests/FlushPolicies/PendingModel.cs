namespace Ferrite.Mapping.Tests.FlushPolicies;

/// <summary>What the documentation says is pending: bytes on their pages, a write on its first page.</summary>
internal sealed class PendingModel(FlushPolicy policy)
{
    private static readonly long Page = MappedFile.PageSize;

    private readonly Dictionary<long, long> _bytes = [];
    private readonly Dictionary<long, long> _writes = [];

    internal long Bytes => _bytes.Values.Sum();

    internal long Writes => _writes.Values.Sum();

    internal void Write(long offset, long length)
    {
        if (length == 0)
        {
            return;
        }

        for (long i = offset; i < offset + length; i = (i / Page * Page) + Page)
        {
            _bytes[i / Page] = _bytes.GetValueOrDefault(i / Page) + Math.Min(offset + length, (i / Page * Page) + Page) - i;
        }

        _writes[offset / Page] = _writes.GetValueOrDefault(offset / Page) + 1;
        if (policy == FlushPolicy.Always)
        {
            Flush(offset, length);
        }
        else if (Bytes >= Threshold("EveryBytes") || Writes >= Threshold("EveryWrites"))
        {
            _bytes.Clear();
            _writes.Clear();
        }
    }

    internal void Flush(long offset, long length)
    {
        if (length > 0)
        {
            Forget(page => page >= offset / Page && page <= (offset + length - 1) / Page);
        }
    }

    /// <summary>Whole pages behind the end are gone.</summary>
    internal void Cut(long length) => Forget(page => page * Page >= length);

    private void Forget(Func<long, bool> isGone)
    {
        foreach (long page in _bytes.Keys.Concat(_writes.Keys).Where(isGone).ToArray())
        {
            _bytes.Remove(page);
            _writes.Remove(page);
        }
    }

    /// <summary>From the policy as it prints itself: EveryBytes(4096).</summary>
    private long Threshold(string name) =>
        policy.ToString() is { } text && text.StartsWith(name, StringComparison.Ordinal)
            ? long.Parse(text[(name.Length + 1)..^1], System.Globalization.CultureInfo.InvariantCulture)
            : long.MaxValue;
}
