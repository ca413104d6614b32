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
        ConditionalFloor[] settled = [.. declared.Conditional.SelectMany(floor => Settle(floor, built, tables))];
        FloorValue forAll = new FloorJudge(tables).Highest(settled.Where(static floor => floor.Condition.IsEmpty).Select(static floor => floor.Value)
            .Concat([Settle(declared.Base, tables)]))!;
        Set = new FloorSet(forAll, [.. settled.Where(static floor => !floor.Condition.IsEmpty)]);
        Packed = [.. Set.Conditional.Select(OfCondition).Concat([new PackedFloor(forAll)]).OrderBy(static floor => KeyOf(floor.Value))];
    }

    internal FloorSet Set { get; }

    /// <summary>Those of the project.</summary>
    internal IReadOnlyList<string> Frameworks { get; }

    /// <summary>In ascending order: of those that apply, the last counts.</summary>
    internal IReadOnlyList<PackedFloor> Packed { get; }

    private static FloorValue Settle(FloorValue value, SdkTables tables) => tables.Resolve(value) is { } version ? FloorValue.Of(version) : value;

    /// <summary>A floor of constants becomes one of each framework that defined them, or of all.</summary>
    private static IEnumerable<ConditionalFloor> Settle(ConditionalFloor floor, IReadOnlyList<FloorTarget> built, SdkTables tables)
    {
        FloorValue value = Settle(floor.Value, tables);
        FloorCondition rest = floor.Condition with { DefineConstants = null };
        if (floor.Condition.DefineConstants is null)
        {
            return [new ConditionalFloor(value, rest)];
        }

        FloorCondition defined = floor.Condition with { RuntimeIdentifier = null };
        FloorTarget[] holding = [.. built.Where(defined.Holds)];
        return holding.Length == 0 ? []
            : holding.Length == built.Count ? [new ConditionalFloor(value, rest)]
            : holding.Select(target => new ConditionalFloor(value, rest with { TargetFramework = target.Framework }));
    }

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
