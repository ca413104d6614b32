using Ferrite.SdkFloor.Floors;
using Ferrite.SdkFloor.Values;

namespace Ferrite.SdkFloor.Build.Reading;

/// <summary>What <c>ferrite/sdk-floor.json</c> in a package says.</summary>
internal sealed class PackageFloorFile
{
    internal const string Path = "ferrite/sdk-floor.json";

    private readonly FloorSet _floors;
    private readonly string[] _frameworks;

    private PackageFloorFile(FloorSet floors, string[] frameworks)
    {
        _floors = floors;
        _frameworks = frameworks;
    }

    /// <summary>The floors that apply to who builds for a target, with the framework's files that restore chose for it.</summary>
    internal IReadOnlyList<FloorValue> ApplyingTo(FloorTarget target, string? chosen) =>
        [.. _floors.ApplyingTo(new FloorTarget(chosen ?? NearestTo(target.Framework), target.RuntimeIdentifier))];

    /// <exception cref="FormatException">It is not what it should be.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    internal static PackageFloorFile Read(string path)
    {
        object? root = JsonText.Parse(File.ReadAllText(path));
        if (root.Text("schema") is not PackageFloorText.Schema || root.Member("version") is not double version || version > PackageFloorText.SchemaVersion)
        {
            throw new FormatException($"{path} is no {PackageFloorText.Schema} of version {PackageFloorText.SchemaVersion}.");
        }

        IEnumerable<ConditionalFloor> conditional = root.Elements("conditions").Select(row =>
            new ConditionalFloor(ValueOf(row, path), new FloorCondition(row.Text("runtimeIdentifier"), row.Text("targetFramework"), null)));
        return new PackageFloorFile(new FloorSet(ValueOf(root, path), [.. conditional]), [.. root.Texts("frameworks")]);
    }

    private static FloorValue ValueOf(object? row, string path) =>
        FloorValue.TryParse(row.Text("floor"), out FloorValue? value, out string? error) ? value! : throw new FormatException($"{path}: {error}");

    /// <summary>Where restore's choice can't be seen: the framework itself, or of .NET's own the last one before it.</summary>
    private string NearestTo(string framework) => _frameworks.Contains(framework, StringComparer.OrdinalIgnoreCase) || NetVersion.Of(framework) is not { } wanted
        ? framework
        : _frameworks.Where(name => NetVersion.Of(name) <= wanted).OrderByDescending(NetVersion.Of).FirstOrDefault() ?? framework;
}
