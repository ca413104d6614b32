using System.Globalization;

namespace Ferrite.Mapping.Tests.Faults.Truncation;

/// <summary>How often each kind of access succeeded, met a fault, was out of range.</summary>
internal sealed class Statistics
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, (int Good, int Faults, int OutOfRange)> _counts = new(StringComparer.Ordinal);

    internal void Count(string name, int good = 0, int faults = 0, int outOfRange = 0)
    {
        lock (_gate)
        {
            (int g, int f, int o) = _counts.GetValueOrDefault(name);
            _counts[name] = (g + good, f + faults, o + outOfRange);
        }
    }

    internal void Add(Statistics other)
    {
        foreach ((string name, (int good, int faults, int outOfRange)) in other._counts)
        {
            Count(name, good, faults, outOfRange);
        }
    }

    /// <summary>A line each: name, tab, good, tab, faults, tab, out of range.</summary>
    public override string ToString() => string.Concat(_counts.Select(static pair => string.Create(
        CultureInfo.InvariantCulture, $"{pair.Key}\t{pair.Value.Good}\t{pair.Value.Faults}\t{pair.Value.OutOfRange}\n")));
}
