using Ferrite.Cli.Commands;
using Ferrite.Cli.Output;
using Ferrite.SdkFloor;
using Ferrite.SdkFloor.Checking;
using Ferrite.SdkFloor.Floors;
using Ferrite.SdkFloor.Packages;
using Ferrite.SdkFloor.Projects;
using Ferrite.SdkFloor.Selection;

namespace Ferrite.Cli.Floor;

/// <summary>The whole report of <c>ferrite floor check</c>.</summary>
internal static class CheckRun
{
    internal static async Task<int> RunAsync(CheckOptions options)
    {
        using var session = new FloorSession(options.Path, options.Sdk);
        var loader = new ProjectLoader(session);
        var check = new FloorCheck(session.Tables);
        var reports = new List<ReportedProject>();
        foreach (string path in session.Paths)
        {
            ProjectFacts facts = session.Projects.Read(path);
            SdkAtHand sdk = session.SdkFor(facts);
            CheckedProject project = loader.Load(facts, options.Framework, options.Runtime);
            IReadOnlyList<ReportedFinding> findings = ReportedFinding.Group(check.Run(project, sdk));
            if (!options.Offline && findings.Any(static report => report.Finding.Node is { IsProject: false }))
            {
                findings = await WithVersionsAsync(session, options, sdk, findings).ConfigureAwait(false);
            }

            reports.Add(Report(facts, project, sdk, findings));
        }

        using Stream output = StandardStreams.OpenOutput();
        if (options.Json)
        {
            CheckJson.Write(output, session.Tables, reports);
        }
        else
        {
            new CheckText(TextOutput.Create(output), session.Directory).Write(reports);
        }

        output.Flush();
        return reports.Any(static report => report.Findings.Any(static found => found.Finding.IsError)) ? ExitCode.Failed : ExitCode.Ok;
    }

    private static ReportedProject Report(ProjectFacts facts, CheckedProject project, SdkAtHand sdk, IReadOnlyList<ReportedFinding> findings)
    {
        var used = project.Graphs.SelectMany(static graph => graph.Dependencies).Where(static node => node.IsUsed)
            .DistinctBy(static node => node.ToString(), StringComparer.Ordinal).ToList();
        return new ReportedProject
        {
            Path = facts.Path,
            Floor = string.IsNullOrWhiteSpace(facts.MinimumSdkVersion) ? null : facts.MinimumSdkVersion.Trim(),
            Sdk = sdk,
            Targets = [.. project.Graphs.Select(static graph => graph.Target.ToString())],
            Dependencies = used.Count,
            Declared = used.Count(static node => node.Declared.Count > 0),
            IsCheckOff = project.IsCheckOff,
            Findings = findings,
        };
    }

    /// <summary>A feed that can't be read spoils the advice, not the check.</summary>
    private static async Task<IReadOnlyList<ReportedFinding>> WithVersionsAsync(
        FloorSession session, CheckOptions options, SdkAtHand sdk, IReadOnlyList<ReportedFinding> findings)
    {
        var advised = new List<ReportedFinding>();
        try
        {
            using var feeds = new PackageFeeds(session.Directory, options.Sources);
            var finder = new VersionFinder(session, feeds);
            foreach (ReportedFinding report in findings)
            {
                advised.Add(report.Finding.Node is { IsProject: false } node ? await AdviseAsync(finder, report, node.Id, node.Version, sdk).ConfigureAwait(false) : report);
            }
        }
        catch (FloorException e)
        {
            advised.AddRange(findings.Skip(advised.Count).Select(report =>
                report.Finding.Node is { IsProject: false } ? report with { WhyNone = e.Message } : report));
        }

        return advised;
    }

    private static async Task<ReportedFinding> AdviseAsync(VersionFinder finder, ReportedFinding report, string id, string version, SdkAtHand sdk)
    {
        bool withPrereleases = version.Contains('-', StringComparison.Ordinal);
        IReadOnlyList<SdkFloor.Values.FloorValue> promised = report.Finding.Promised;
        Choice choice = await finder.FindAsync(id, withPrereleases, report.Finding.Target is { } target ? [target] : [], promised.Count > 0 ? finder.ImpliedBy(promised) : finder.MetBy(sdk)).ConfigureAwait(false);
        return choice.Chosen is { } chosen
            ? report with { Fits = chosen.Version }
            : report with { WhyNone = finder.Selection.Explain(id, choice, promised.Count > 0 ? $"the floor {promised[0]}" : $"SDK {sdk}") };
    }
}
