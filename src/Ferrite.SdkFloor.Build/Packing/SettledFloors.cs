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

    internal SettledFloors(FloorSet declared, FloorTarget packed, IReadOnlyList<string> frameworks, SdkTables tables)
    {
        var judge = new FloorJudge(tables);
        ConditionalFloor[] holding = [.. declared.Conditional
            .Where(floor => (floor.Condition with { RuntimeIdentifier = null, TargetFramework = null }).Holds(packed))
            .Select(floor => new ConditionalFloor(Settled(floor.Value, tables), floor.Condition with { DefineConstants = null }))];
        FloorValue forAll = judge.Highest(holding.Where(static floor => floor.Condition.IsEmpty).Select(static floor => floor.Value)
            .Concat([Settled(declared.Base, tables)]))!;
        Set = new FloorSet(forAll, [.. holding.Where(static floor => !floor.Condition.IsEmpty)]);
        Frameworks = frameworks;
        Packed = [.. Set.Conditional.Select(OfCondition).Concat([new PackedFloor(forAll)]).OrderBy(static floor => KeyOf(floor.Value))];
    }

    internal FloorSet Set { get; }

    /// <summary>Those of the project.</summary>
    internal IReadOnlyList<string> Frameworks { get; }

    /// <summary>In ascending order: of those that apply, the last counts.</summary>
    internal IReadOnlyList<PackedFloor> Packed { get; }

    private static FloorValue Settled(FloorValue value, SdkTables tables) => tables.Resolve(value) is { } version ? FloorValue.Of(version) : value;

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
