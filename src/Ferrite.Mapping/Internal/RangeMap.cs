namespace Ferrite.Mapping.Internal;

/// <summary>Values of ranges: sorted, disjoint; neighbours of one value are one. Not thread-safe.</summary>
internal sealed class RangeMap<T>
    where T : struct
{
    private readonly List<Run> _runs = [];

    /// <summary>From <c>Start</c> to before <c>End</c>.</summary>
    internal readonly record struct Run(long Start, long End, T Value);

    internal bool IsEmpty => _runs.Count == 0;

    internal void Set(long start, long end, T value)
    {
        if (start >= end)
        {
            return;
        }

        Clear(start, end);
        int at = IndexFrom(start);
        if (at < _runs.Count && _runs[at].Start == end && Equals(_runs[at].Value, value))
        {
            end = _runs[at].End;
            _runs.RemoveAt(at);
        }

        if (at > 0 && _runs[at - 1].End == start && Equals(_runs[at - 1].Value, value))
        {
            start = _runs[--at].Start;
            _runs.RemoveAt(at);
        }

        _runs.Insert(at, new Run(start, end, value));
    }

    internal void Clear(long start, long end)
    {
        if (start >= end)
        {
            return;
        }

        int at = IndexFrom(start);
        int count = 0;
        Run? before = null;
        Run? after = null;
        for (; at + count < _runs.Count && _runs[at + count].Start < end; count++)
        {
            Run run = _runs[at + count];
            before = run.Start < start ? run with { End = start } : before;
            after = run.End > end ? run with { Start = end } : after;
        }

        _runs.RemoveRange(at, count);
        if (after is { } tail)
        {
            _runs.Insert(at, tail);
        }

        if (before is { } head)
        {
            _runs.Insert(at, head);
        }
    }

    /// <summary>The runs in a range, cut to it; as they are now.</summary>
    internal List<Run> In(long start, long end)
    {
        var found = new List<Run>();
        for (int i = IndexFrom(start); i < _runs.Count && _runs[i].Start < end; i++)
        {
            found.Add(_runs[i] with { Start = Math.Max(start, _runs[i].Start), End = Math.Min(end, _runs[i].End) });
        }

        return found;
    }

    /// <summary>What lies between the runs of a range; as it is now.</summary>
    internal List<(long Start, long End)> GapsIn(long start, long end)
    {
        var gaps = new List<(long, long)>();
        foreach (Run run in In(start, end))
        {
            if (run.Start > start)
            {
                gaps.Add((start, run.Start));
            }

            start = run.End;
        }

        if (start < end)
        {
            gaps.Add((start, end));
        }

        return gaps;
    }

    private static bool Equals(T one, T other) => EqualityComparer<T>.Default.Equals(one, other);

    /// <summary>The first run that ends after it.</summary>
    private int IndexFrom(long start)
    {
        int low = 0;
        int high = _runs.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_runs[middle].End <= start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
