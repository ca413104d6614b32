using Ferrite.SdkFloor.Tables;
using Ferrite.SdkFloor.Values;

namespace Ferrite.SdkFloor.Floors;

/// <summary>Holds floors against SDKs and against each other.</summary>
internal sealed class FloorJudge(SdkTables tables)
{
    internal bool IsMet(FloorValue floor, SdkAtHand sdk) => floor.Dates is { } dates
        ? sdk.Day is { } day && dates.Contains(day)
        : sdk.Version >= tables.Resolve(floor)!;

    /// <summary>The first of the floors that the SDK doesn't meet, the highest where it misses several; null where it meets them all.</summary>
    internal FloorValue? Missed(IEnumerable<FloorValue> floors, SdkAtHand sdk) => Highest(floors.Where(floor => !IsMet(floor, sdk)));

    /// <summary>The highest; daily builds are above all versions, those that begin last above the others.</summary>
    internal FloorValue? Highest(IEnumerable<FloorValue> floors) =>
        floors.Aggregate((FloorValue?)null, (highest, floor) => highest is null || Compare(floor, highest) > 0 ? floor : highest);

    /// <summary>
    /// Whether each SDK that meets the first also meets the second, so that who promises the first may depend on who needs the second.
    /// Days and versions say nothing of each other.
    /// </summary>
    internal bool Implies(FloorValue promised, FloorValue needed) => (promised.Dates, needed.Dates) switch
    {
        ({ } ours, { } theirs) => ours.IsWithin(theirs),
        (null, null) => tables.Resolve(promised)! >= tables.Resolve(needed)!,
        _ => false,
    };

    /// <summary>With what it stands for now, where that is not plain.</summary>
    internal string Describe(FloorValue floor) =>
        floor.Kind is FloorKind.Stable or FloorKind.Preview ? $"{floor} ({tables.Resolve(floor)})" : floor.ToString();

    private int Compare(FloorValue left, FloorValue right) => (left.Dates, right.Dates) switch
    {
        ({ } first, { } second) => Nullable.Compare(first.Earliest, second.Earliest),
        (null, null) => tables.Resolve(left)!.CompareTo(tables.Resolve(right)),
        _ => left.Dates is null ? -1 : 1,
    };
}
