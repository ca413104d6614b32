using Ferrite.Cli.Output;
using Ferrite.SdkFloor.Checking;
using Ferrite.SdkFloor.Floors;
using Ferrite.SdkFloor.Values;

namespace Ferrite.Cli.Floor;

/// <summary>The report, for people.</summary>
internal sealed class CheckText(ITextOutput output, string directory)
{
    internal void Write(IReadOnlyList<ReportedProject> reports)
    {
        SdkAtHand[] sdks = [.. reports.Select(static report => report.Sdk).Distinct()];
        foreach (SdkAtHand sdk in sdks)
        {
            string day = sdk.Day is { } known ? $", built {BuildDate.ToText(known)}" : "";
            output.WriteLine(new Piece($"SDK {sdk}", Tone.Strong), new Piece($" ({sdk.Origin}{day})", Tone.Faint));
        }

        foreach (ReportedProject report in reports.Where(static report => report.Findings.Count > 0 || report.IsCheckOff))
        {
            output.WriteLine();
            string floor = report.Floor is null ? "no floor declared" : $"floor {report.Floor}";
            output.WriteLine(new Piece(Path.GetRelativePath(directory, report.Path), Tone.Strong), new Piece($"  {floor}{(report.IsCheckOff ? ", not checked: NoSdkFloorCheck" : "")}"));
            foreach (ReportedFinding found in report.Findings)
            {
                Write(found);
            }
        }

        WriteSum(reports);
        output.Flush();
    }

    private void Write(ReportedFinding found)
    {
        Finding finding = found.Finding;
        output.WriteLine(
            finding.IsError ? new Piece("  error ", Tone.Error) : new Piece("  warning ", Tone.Warning),
            new Piece($"{finding.Code}  ", Tone.Strong), new Piece(finding.Message));
        string targets = found.Targets.Count > 0 ? $"  ({string.Join(", ", found.Targets)})" : "";
        if (finding.Path.Count > 1)
        {
            string arrow = output.IsUnicode ? " → " : " -> ";
            output.WriteLine(new Piece($"      brought in by {string.Join(arrow, finding.Path.SkipLast(1))}{targets}", Tone.Faint));
        }

        if (found.Fits is { } fits)
        {
            output.WriteLine(new Piece($"      {finding.Node!.Id} {fits} would do."));
        }
        else if (found.WhyNone is { } why)
        {
            output.WriteLine(new Piece($"      {why}"));
        }
    }

    private void WriteSum(IReadOnlyList<ReportedProject> reports)
    {
        int errors = reports.Sum(static report => report.Findings.Count(static found => found.Finding.IsError));
        int warnings = reports.Sum(static report => report.Findings.Count) - errors;
        int dependencies = reports.Sum(static report => report.Dependencies);
        int declared = reports.Sum(static report => report.Declared);
        output.WriteLine();
        output.WriteLine(
            new Piece($"{Plural(reports.Count, "project")}, {Plural(dependencies, "used dependency", "used dependencies")}, {Quantity.Count(declared)} with a declared floor: "),
            new Piece(Plural(errors, "error"), errors > 0 ? Tone.Error : Tone.Plain), new Piece(", "),
            new Piece(Plural(warnings, "warning"), warnings > 0 ? Tone.Warning : Tone.Plain));
    }

    private static string Plural(int count, string one, string? many = null) => $"{Quantity.Count(count)} {(count == 1 ? one : many ?? one + "s")}";
}
