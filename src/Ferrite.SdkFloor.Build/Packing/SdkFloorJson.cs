using System.Text;
using Ferrite.SdkFloor.Build.Reading;
using Ferrite.SdkFloor.Floors;

namespace Ferrite.SdkFloor.Build.Packing;

/// <summary>Writes <c>ferrite/sdk-floor.json</c>, for tools and for builds with Ferrite that restore kept the MSBuild files from.</summary>
internal static class SdkFloorJson
{
    internal static string Of(SettledFloors floors)
    {
        var json = new StringBuilder();
        json.Append("{\n  \"schema\": ").Append(Quoted(PackageFloorFile.Schema)).Append(",\n  \"version\": ").Append(PackageFloorFile.Version);
        json.Append(",\n  \"floor\": ").Append(Quoted(floors.Set.Base.ToString()));
        json.Append(",\n  \"frameworks\": [").Append(string.Join(", ", floors.Frameworks.Select(Quoted))).Append(']');
        json.Append(",\n  \"conditions\": [").Append(string.Join(", ", floors.Set.Conditional.Select(Of))).Append("]\n}\n");
        return json.ToString();
    }

    private static string Of(ConditionalFloor floor) =>
        "{ \"floor\": " + Quoted(floor.Value.ToString())
        + Member("runtimeIdentifier", floor.Condition.RuntimeIdentifier)
        + Member("targetFramework", floor.Condition.TargetFramework) + " }";

    private static string Member(string name, string? value) => value is null ? "" : $", \"{name}\": {Quoted(value)}";

    /// <summary>Names of runtimes and frameworks, and values that were read, have no other characters to escape.</summary>
    private static string Quoted(string text) => "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";
}
