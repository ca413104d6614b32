namespace Ferrite.SdkFloor.Values;

/// <summary>
/// Which days a <c>daily:</c> value allows: one range, single days, or both; a day is allowed by either.
/// Also compiled for netstandard2.0.
/// </summary>
internal sealed class DailyDates : IEquatable<DailyDates>
{
    internal const string Word = "daily";

    internal DailyDates(DateTime? first, DateTime? last, IReadOnlyList<DateTime> days)
    {
        First = first;
        Last = last;
        Days = days;
    }

    /// <summary>The first day of the range; null where it has no beginning.</summary>
    internal DateTime? First { get; }

    /// <summary>The last day of the range; null where it has no end.</summary>
    internal DateTime? Last { get; }

    /// <summary>Single days, in the order given.</summary>
    internal IReadOnlyList<DateTime> Days { get; }

    internal bool HasRange => First is not null || Last is not null;

    /// <summary>The first day of all; null where any early day is allowed.</summary>
    internal DateTime? Earliest => HasRange && First is null ? null : Lowest(First, Days);

    internal bool Contains(DateTime day) =>
        (HasRange && (First is null || day >= First) && (Last is null || day <= Last)) || Has(day);

    /// <summary>Whether each day that is allowed here is allowed there.</summary>
    internal bool IsWithin(DailyDates other)
    {
        foreach (DateTime day in Days)
        {
            if (!other.Contains(day))
            {
                return false;
            }
        }

        return !HasRange || (other.HasRange && (other.First is null || First >= other.First) && (other.Last is null || Last <= other.Last))
            || IsCoveredDayByDay(other);
    }

    public bool Equals(DailyDates? other)
    {
        if (other is null || First != other.First || Last != other.Last || Days.Count != other.Days.Count)
        {
            return false;
        }

        for (int i = 0; i < Days.Count; i++)
        {
            if (Days[i] != other.Days[i])
            {
                return false;
            }
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as DailyDates);

    public override int GetHashCode() => unchecked((((First?.GetHashCode() ?? 1) * 397) ^ (Last?.GetHashCode() ?? 2)) + Days.Count);

    public override string ToString()
    {
        var parts = new List<string>();
        if (First is { } first)
        {
            parts.Add(">=" + BuildDate.ToText(first));
        }

        if (Last is { } last)
        {
            parts.Add("<=" + BuildDate.ToText(last));
        }

        foreach (DateTime day in Days)
        {
            parts.Add(BuildDate.ToText(day));
        }

        return Word + ": " + string.Join(", ", parts);
    }

    /// <summary>A range with both ends may reach into the other's single days.</summary>
    private bool IsCoveredDayByDay(DailyDates other)
    {
        if (First is not { } day || Last is not { } last)
        {
            return false;
        }

        while (day <= last)
        {
            if (!other.Contains(day))
            {
                return false;
            }

            day = day.AddDays(1);
        }

        return true;
    }

    private bool Has(DateTime day)
    {
        foreach (DateTime single in Days)
        {
            if (single == day)
            {
                return true;
            }
        }

        return false;
    }

    private static DateTime? Lowest(DateTime? first, IReadOnlyList<DateTime> days)
    {
        DateTime? lowest = first;
        foreach (DateTime day in days)
        {
            lowest = lowest is null || day < lowest ? day : lowest;
        }

        return lowest;
    }
}
