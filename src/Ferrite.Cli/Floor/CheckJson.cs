using System.Text.Json;
using Ferrite.Cli.Output;
using Ferrite.SdkFloor.Checking;
using Ferrite.SdkFloor.Floors;
using Ferrite.SdkFloor.Tables;
using Ferrite.SdkFloor.Values;

namespace Ferrite.Cli.Floor;

/// <summary>The report, for programs.</summary>
internal static class CheckJson
{
    internal static void Write(Stream output, SdkTables tables, IReadOnlyList<ReportedProject> reports) => JsonOutput.Write(output, "ferrite.floor.check", json =>
    {
        json.WriteString("newestStable", tables.NewestStable.ToString());
        json.WriteStartArray("projects");
        foreach (ReportedProject report in reports)
        {
            WriteProject(json, report);
        }

        json.WriteEndArray();
        json.WriteStartArray("findings");
        foreach (ReportedProject report in reports)
        {
            foreach (ReportedFinding found in report.Findings)
            {
                WriteFinding(json, report, found);
            }
        }

        json.WriteEndArray();
        json.WriteNumber("errors", reports.Sum(static report => report.Findings.Count(static found => found.Finding.IsError)));
        json.WriteNumber("warnings", reports.Sum(static report => report.Findings.Count(static found => !found.Finding.IsError)));
    });

    private static void WriteProject(Utf8JsonWriter json, ReportedProject report)
    {
        json.WriteStartObject();
        json.WriteString("path", report.Path);
        json.WriteString("floor", report.Floor);
        WriteSdk(json, report.Sdk);
        JsonOutput.WriteStrings(json, "targets", report.Targets);
        json.WriteNumber("dependencies", report.Dependencies);
        json.WriteNumber("declared", report.Declared);
        json.WriteBoolean("checked", !report.IsCheckOff);
        json.WriteEndObject();
    }

    private static void WriteSdk(Utf8JsonWriter json, SdkAtHand sdk)
    {
        json.WriteStartObject("sdk");
        json.WriteString("version", sdk.Version.ToString());
        json.WriteString("day", sdk.Day is { } day ? BuildDate.ToText(day) : null);
        json.WriteString("origin", sdk.Origin);
        json.WriteEndObject();
    }

    private static void WriteFinding(Utf8JsonWriter json, ReportedProject report, ReportedFinding found)
    {
        Finding finding = found.Finding;
        json.WriteStartObject();
        json.WriteString("code", finding.Code);
        json.WriteString("severity", finding.IsError ? "error" : "warning");
        json.WriteString("project", report.Path);
        JsonOutput.WriteStrings(json, "targets", found.Targets);
        json.WriteString("message", finding.Message);
        json.WriteString("package", finding.Node is { IsProject: false } node ? node.Id : null);
        json.WriteString("packageVersion", finding.Node is { IsProject: false } package ? package.Version : null);
        json.WriteString("floor", finding.Floor?.ToString());
        json.WriteBoolean("inferred", finding.Inferred is not null);
        json.WriteString("reason", finding.Inferred);
        JsonOutput.WriteStrings(json, "broughtInBy", finding.Path.SkipLast(1).Select(static step => step.ToString()));
        json.WriteString("newestThatFits", found.Fits);
        json.WriteString("whyNone", found.WhyNone);
        json.WriteEndObject();
    }
}
