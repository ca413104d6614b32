using Ferrite.SdkFloor.Checking;
using Ferrite.SdkFloor.Floors;
using Ferrite.SdkFloor.Rules;
using Ferrite.SdkFloor.Tables;
using Ferrite.SdkFloor.Values;

namespace Ferrite.SdkFloor.Build.Checking;

/// <summary>Says what the check found: all of it, who brought it in, and what would do.</summary>
internal sealed class FindingReport(Action<string, bool, string> report, SdkAtHand sdk, SdkTables tables, VersionsAtHand versions)
{
    internal void Write(IReadOnlyList<Finding> findings)
    {
        foreach (Finding finding in findings)
        {
            report(finding.Code, finding.IsError, finding.Message + Origin(finding) + Alternative(finding));
        }

        Finding[] offenders = [.. findings.Where(static finding => finding.IsError && IsOffender(finding))];
        if (offenders.Length > 0)
        {
            report(FloorCode.SdkTooOld, true, Sum(offenders));
        }
    }

    private static string Origin(Finding finding)
    {
        string[] between = [.. finding.Path.Skip(1).Take(finding.Path.Count - 2).Reverse().Select(static node => node.ToString())];
        return finding.Path.Count < 2 ? ""
            : between.Length == 0 ? " Referenced by this project."
            : " Brought in by " + string.Join(", by ", between) + ".";
    }

    private string Alternative(Finding finding) =>
        IsOffender(finding) && finding.Node is { IsProject: false } node && versions.NewestThatDoes(node) is { } version
            ? $" {node.Id} {version}, which is on this machine, would do."
            : "";

    private static bool IsOffender(Finding finding) =>
        string.Equals(finding.Code, FloorCode.SdkTooOld, StringComparison.Ordinal) && finding.Floor is not null;

    private string Sum(Finding[] offenders)
    {
        FloorValue highest = new FloorJudge(tables).Highest(offenders.Select(static finding => finding.Floor!))!;
        string remedy = highest.Dates is null
            ? $"Install .NET SDK {tables.Resolve(highest)} or later (and let global.json take it)"
            : "Install a .NET SDK that all of them take (and let global.json take it)";
        return $"Floors above .NET SDK {sdk}: {offenders.Length}. {remedy}, or take versions that need less ('ferrite floor update' finds them); "
            + "-p:NoSdkFloorCheck=true builds without asking.";
    }
}
