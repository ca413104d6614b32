using System.Text.Json;
using Ferrite.Cli.Output;
using Ferrite.SdkFloor.Selection;

namespace Ferrite.Cli.Floor;

/// <summary>What <c>ferrite floor find</c> writes.</summary>
internal static class FoundReport
{
    internal static void WriteText(ITextOutput output, string directory, IReadOnlyList<FoundInProject> found)
    {
        foreach (FoundInProject project in found)
        {
            string floor = project.Found.Floor?.ToString() ?? "any SDK";
            output.WriteLine(new Piece(Path.GetRelativePath(directory, project.Facts.Path), Tone.Strong), new Piece($"  {floor}"),
                new Piece(project.Facts.MinimumSdkVersion is { Length: > 0 } declared ? $"  (declares {declared})" : "", Tone.Faint));
            foreach (Demand demand in project.Found.Demands)
            {
                output.WriteLine(new Piece($"  {demand.Floor,-12} {demand.Reason}", Tone.Faint));
            }

            foreach (TrialResult build in project.Builds)
            {
                output.WriteLine(build.Succeeded
                    ? new Piece($"  built with {build.Sdk}")
                    : new Piece($"  not with {build.Sdk}: {build.Error}", Tone.Warning));
            }
        }

        output.Flush();
    }

    internal static void WriteJson(Utf8JsonWriter json, IReadOnlyList<FoundInProject> found)
    {
        json.WriteStartArray("projects");
        foreach (FoundInProject project in found)
        {
            json.WriteStartObject();
            json.WriteString("path", project.Facts.Path);
            json.WriteString("declared", project.Facts.MinimumSdkVersion is { Length: > 0 } declared ? declared : null);
            json.WriteString("floor", project.Found.Floor?.ToString());
            json.WriteStartArray("demands");
            foreach (Demand demand in project.Found.Demands)
            {
                json.WriteStartObject();
                json.WriteString("floor", demand.Floor.ToString());
                json.WriteString("reason", demand.Reason);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteString("built", project.Built?.ToString());
            json.WriteStartArray("builds");
            foreach (TrialResult build in project.Builds)
            {
                json.WriteStartObject();
                json.WriteString("sdk", build.Sdk.ToString());
                json.WriteBoolean("succeeded", build.Succeeded);
                json.WriteString("error", build.Error);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
