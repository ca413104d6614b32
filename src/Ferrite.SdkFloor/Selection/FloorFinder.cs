using Ferrite.SdkFloor.Checking;
using Ferrite.SdkFloor.Floors;
using Ferrite.SdkFloor.Graph;
using Ferrite.SdkFloor.Rules;
using Ferrite.SdkFloor.Tables;
using Ferrite.SdkFloor.Values;

namespace Ferrite.SdkFloor.Selection;

/// <summary>Finds the lowest floor that a project can declare: what its frameworks, its language, its analyzers and its dependencies need.</summary>
internal sealed class FloorFinder(SdkTables tables)
{
    private readonly FloorJudge _judge = new(tables);

    internal FoundFloor Find(CheckedProject project)
    {
        var demands = new List<Demand>();
        foreach (string framework in project.Declaration.TargetFrameworks)
        {
            Add(demands, tables.FirstFor(framework), $"it targets {framework}");
        }

        if (FloorRules.LanguageOf(project.Declaration.LangVersion) is { } language)
        {
            Add(demands, tables.FirstWithCSharp(language), $"its language is C# {project.Declaration.LangVersion}");
        }

        if (project.Declaration.PackedRoslyn is { } roslyn)
        {
            Add(demands, tables.FirstWithRoslyn(roslyn), $"it packs analyzers for Roslyn {roslyn.ToString(2)}");
        }

        foreach (FloorGraph graph in project.Graphs)
        {
            demands.AddRange(graph.Dependencies.Where(static node => node.IsUsed).SelectMany(DemandsOf));
        }

        Demand[] distinct = [.. demands.Distinct()];
        FloorValue? highest = _judge.Highest(distinct.Select(static demand => demand.Floor));
        return new FoundFloor(highest, [.. distinct.OrderByDescending(demand => tables.Resolve(demand.Floor) is { } version ? SdkKey.Of(version) : new Version(int.MaxValue, 0))
            .ThenBy(static demand => demand.Reason, StringComparer.Ordinal)]);
    }

    private IEnumerable<Demand> DemandsOf(FloorNode node) => node.Declared.Count > 0
        ? [new Demand(_judge.Highest(node.Declared)!, $"{node} declares it")]
        : node.Inferred is { Version: { } version, Reason: { } reason } ? [new Demand(FloorValue.Of(version), $"{node}: {reason}")] : [];

    private void Add(List<Demand> demands, SdkVersion? version, string reason)
    {
        if (version is not null && version > tables.First)
        {
            demands.Add(new Demand(FloorValue.Of(version), reason));
        }
    }
}
