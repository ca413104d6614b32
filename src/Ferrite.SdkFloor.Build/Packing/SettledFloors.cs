using Ferrite.SdkFloor.Build.Reading;
using Ferrite.SdkFloor.Floors;
using Ferrite.SdkFloor.Tables;
using Ferrite.SdkFloor.Values;

namespace Ferrite.SdkFloor.Build.Packing;

/// <summary>
/// A project's floors as its package has them: <c>stable</c> and <c>preview</c> are the versions of today, constants are those it was compiled with.
/// </summary>
internal sealed class SettledFloors
{
    private const string NoEnd = "9999.0";

    /// <param name="declared">As the project has them.</param>
    /// <param name="built">What the project is built for, with the constants that are defined there.</param>
    /// <param name="tables">What stable and preview stand for.</param>
    internal SettledFloors(FloorSet declared, IReadOnlyList<FloorTarget> built, SdkTables tables)
    {
        Frameworks = [.. built.Select(static target => target.Framework)];
        FloorSet settled = PackageFloorText.Settle(declared, built.ToDictionary(static target => target.Framework, static target => target.Constants, StringComparer.OrdinalIgnoreCase));
        Set = new FloorSet(OfToday(settled.Base, tables), [.. settled.Conditional.Select(floor => new ConditionalFloor(OfToday(floor.Value, tables), floor.Condition))]);
        Packed = [.. Set.Conditional.Select(OfCondition).Concat([new PackedFloor(Set.Base)]).OrderBy(static floor => KeyOf(floor.Value))];
    }

    internal FloorSet Set { get; }

    /// <summary>Those of the project.</summary>
    internal IReadOnlyList<string> Frameworks { get; }

    /// <summary>In ascending order: of those that apply, the last counts.</summary>
    internal IReadOnlyList<PackedFloor> Packed { get; }

    private static FloorValue OfToday(FloorValue value, SdkTables tables) => tables.Resolve(value) is { } version ? FloorValue.Of(version) : value;

    private PackedFloor OfCondition(ConditionalFloor floor)
    {
        string framework = floor.Condition.TargetFramework ?? "";
        Version? from = NetVersion.FirstToTake(framework);
        return new PackedFloor(floor.Value)
        {
            RuntimeIdentifier = floor.Condition.RuntimeIdentifier ?? "",
            TargetFramework = framework,
            FrameworkFrom = from?.ToString() ?? "",
            FrameworkBelow = from is null ? "" : Frameworks.Select(NetVersion.FirstToTake).Where(version => version > from).Min()?.ToString() ?? NoEnd,
        };
    }

    /// <summary>Days are above all versions; of days those that begin last are the highest.</summary>
    private static Version KeyOf(FloorValue value) => value.Version is { } version
        ? SdkKey.Of(version)
        : new Version(int.MaxValue, value.Dates?.Earliest is { } earliest ? BuildDate.ToNumber(earliest) : 0);
}
