using Ferrite.SdkFloor.Floors;
using Ferrite.SdkFloor.Graph;
using Ferrite.SdkFloor.Rules;
using Ferrite.SdkFloor.Tables;
using Ferrite.SdkFloor.Values;

namespace Ferrite.SdkFloor.Checking;

/// <summary>FLOOR001, 002, 004 and 005 of a project. It reads nothing: all is in what it is given.</summary>
internal sealed class FloorCheck(SdkTables tables)
{
    private readonly FloorJudge _judge = new(tables);
    private readonly FloorRules _rules = new(tables);

    /// <summary>All that is wrong, not just the first.</summary>
    internal IReadOnlyList<Finding> Run(CheckedProject project, SdkAtHand sdk)
    {
        if (project.IsCheckOff)
        {
            return [];
        }

        FloorSet? own = _rules.Read(project.Declaration, out IReadOnlyList<string> problems);
        var findings = problems.Select(problem => new Finding { Code = FloorCode.Invalid, IsError = true, Message = problem }).ToList();
        if (project.IsFloorRequired && !project.Declaration.IsDeclared)
        {
            findings.Add(new Finding
            {
                Code = FloorCode.Missing,
                IsError = true,
                Message = "It can be packed and declares no MinimumSdkVersion, which RequireSdkFloor asks for.",
            });
        }

        foreach (FloorGraph graph in project.Graphs)
        {
            FloorValue[] promised = own is null ? [] : [.. own.ApplyingTo(graph.Target)];
            findings.AddRange(OfRoot(graph, promised, sdk));
            findings.AddRange(graph.Dependencies.Where(static node => node.IsUsed).SelectMany(node => Of(graph, node, promised, sdk)));
        }

        return findings;
    }

    private IEnumerable<Finding> OfRoot(FloorGraph graph, FloorValue[] promised, SdkAtHand sdk)
    {
        if (_judge.Missed(promised, sdk) is { } missed)
        {
            yield return new Finding
            {
                Code = FloorCode.SdkTooOld,
                IsError = true,
                Message = $"{graph.Root} needs SDK {_judge.Describe(missed)}; this is {sdk}{DayOf(missed, sdk)}.",
                Target = graph.Target,
                Node = graph.Root,
                Path = [graph.Root],
                Floor = missed,
            };
        }
        else if (promised.Length == 0 && tables.FirstFor(graph.Target.Framework) is { } first && sdk.Version < first)
        {
            string reason = $"it targets {graph.Target.Framework}";
            yield return new Finding
            {
                Code = FloorCode.SdkTooOld,
                IsError = false,
                Message = $"{graph.Root} needs SDK {first}; this is {sdk}, by inference: {reason}.",
                Target = graph.Target,
                Node = graph.Root,
                Path = [graph.Root],
                Floor = FloorValue.Of(first),
                Inferred = reason,
            };
        }
    }

    private IEnumerable<Finding> Of(FloorGraph graph, FloorNode node, FloorValue[] promised, SdkAtHand sdk)
    {
        bool isDeclared = node.Declared.Count > 0;
        FloorValue[] needed = isDeclared ? [.. node.Declared] : node.Inferred?.Version is { } inferred ? [FloorValue.Of(inferred)] : [];
        string? reason = isDeclared ? null : node.Inferred?.Reason;
        string because = reason is null ? "" : $", by inference: {reason}";
        if (_judge.Missed(needed, sdk) is { } missed)
        {
            string message = $"{node} needs SDK {_judge.Describe(missed)}; this is {sdk}{DayOf(missed, sdk)}{because}.";
            yield return Create(FloorCode.SdkTooOld, message, graph, node, missed, reason);
        }

        if (promised.Length > 0 && _judge.Highest(needed.Where(need => !promised.Any(promise => _judge.Implies(promise, need)))) is { } above)
        {
            FloorValue own = _judge.Highest(promised)!;
            string message = $"{node} needs SDK {_judge.Describe(above)}, above the floor that {graph.Root.Id} declares, {_judge.Describe(own)}{because}.";
            yield return Create(FloorCode.AboveOwn, message, graph, node, above, reason) with { Promised = promised };
        }
    }

    private static Finding Create(string code, string message, FloorGraph graph, FloorNode node, FloorValue floor, string? reason) => new()
    {
        Code = code,
        IsError = reason is null,
        Message = message,
        Target = graph.Target,
        Node = node,
        Path = graph.PathTo(node),
        Floor = floor,
        Inferred = reason,
    };

    private static string DayOf(FloorValue missed, SdkAtHand sdk) => missed.Dates is null ? ""
        : sdk.Day is { } day ? ", built on " + BuildDate.ToText(day)
        : ", whose day is unknown";
}
