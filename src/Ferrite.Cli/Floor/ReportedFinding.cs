using Ferrite.SdkFloor.Checking;

namespace Ferrite.Cli.Floor;

/// <summary>A finding, with every target of the project that has it.</summary>
/// <param name="Finding">The first of them.</param>
/// <param name="Targets">Their names.</param>
internal sealed record ReportedFinding(Finding Finding, IReadOnlyList<string> Targets)
{
    /// <summary>The newest listed version that would do; null where none would, or nobody was asked.</summary>
    internal string? Fits { get; init; }

    /// <summary>Why there is no such version; null where there is one, or nobody was asked.</summary>
    internal string? WhyNone { get; init; }

    /// <summary>One project's findings, the same offender in several targets once.</summary>
    internal static IReadOnlyList<ReportedFinding> Group(IEnumerable<Finding> findings) =>
    [
        .. findings.GroupBy(static finding => (finding.Code, finding.Message, Node: finding.Node?.ToString()))
            .Select(static group => new ReportedFinding(group.First(), [.. group.Select(static finding => finding.Target?.ToString()).OfType<string>().Distinct(StringComparer.Ordinal)]))
            .OrderBy(static report => !report.Finding.IsError).ThenBy(static report => report.Finding.Code, StringComparer.Ordinal),
    ];
}
