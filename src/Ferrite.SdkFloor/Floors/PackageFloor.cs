using System.Text.Json;
using Ferrite.SdkFloor.Values;

namespace Ferrite.SdkFloor.Floors;

/// <summary>What <c>ferrite/sdk-floor.json</c> in a package says; docs/sdk-floor.md describes it.</summary>
/// <param name="Floors">Floors, in which 'stable' and 'preview' are versions and constants are settled: the package was compiled with them.</param>
/// <param name="Frameworks">Target frameworks of the project that was packed, short names.</param>
internal sealed record PackageFloor(FloorSet Floors, IReadOnlyList<string> Frameworks)
{
    /// <summary>Where it is in a package.</summary>
    internal const string Path = "ferrite/sdk-floor.json";

    internal string ToJson() => PackageFloorText.ToJson(Floors, Frameworks);

    /// <exception cref="FloorException">It is not what it should be.</exception>
    internal static PackageFloor Read(Stream stream)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(stream);
            JsonElement root = document.RootElement;
            if (root.GetProperty("schema").GetString() is not PackageFloorText.Schema || root.GetProperty("version").GetInt32() > PackageFloorText.SchemaVersion)
            {
                throw new FloorException($"it is no {PackageFloorText.Schema} of version {PackageFloorText.SchemaVersion}");
            }

            ConditionalFloor[] conditional = root.TryGetProperty("conditions", out JsonElement conditions)
                ? [.. conditions.EnumerateArray().Select(static row => new ConditionalFloor(
                    ValueOf(row), new FloorCondition(TextOf(row, "runtimeIdentifier"), TextOf(row, "targetFramework"), null)))]
                : [];
            string[] frameworks = root.TryGetProperty("frameworks", out JsonElement names)
                ? [.. names.EnumerateArray().Select(static name => name.GetString()!)]
                : [];
            return new PackageFloor(new FloorSet(ValueOf(root), conditional), frameworks);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new FloorException(e.Message, e);
        }
    }

    private static FloorValue ValueOf(JsonElement element) =>
        FloorValue.TryParse(element.GetProperty("floor").GetString(), out FloorValue? value, out string? error)
            ? value!
            : throw new FloorException(error!);

    private static string? TextOf(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement text) ? text.GetString() : null;
}
