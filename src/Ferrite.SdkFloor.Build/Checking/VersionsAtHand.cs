using Ferrite.SdkFloor.Build.Reading;
using Ferrite.SdkFloor.Floors;
using Ferrite.SdkFloor.Graph;
using Ferrite.SdkFloor.Tables;

namespace Ferrite.SdkFloor.Build.Checking;

/// <summary>Other versions of a package that restore has unpacked on this machine: a build asks no feed.</summary>
internal sealed class VersionsAtHand(IReadOnlyList<string> packageFolders, FloorTarget target, SdkTables tables, SdkAtHand sdk)
{
    private readonly FloorJudge _judge = new(tables);

    /// <summary>The newest one that declares a floor which the SDK meets; null where there is none.</summary>
    internal string? NewestThatDoes(FloorNode node) => packageFolders
        .Select(folder => new DirectoryInfo(Path.Combine(folder, node.Id.ToLowerInvariant())))
        .Where(static folder => folder.Exists)
        .SelectMany(static folder => folder.EnumerateDirectories())
        .Where(folder => IsOfSameKind(folder.Name, node.Version) && Does(folder.FullName))
        .OrderByDescending(static folder => NumbersOf(folder.Name))
        .ThenBy(static folder => folder.Name.IndexOf('-') >= 0)
        .ThenByDescending(static folder => folder.Name, StringComparer.OrdinalIgnoreCase)
        .FirstOrDefault()?.Name;

    private bool Does(string folder)
    {
        string file = Path.Combine(folder, PackageFloorFile.Path);
        try
        {
            return File.Exists(file) && _judge.Missed(PackageFloorFile.Read(file).ApplyingTo(target, chosen: null), sdk) is null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            return false;
        }
    }

    /// <summary>Who uses a stable version isn't sent to a prerelease.</summary>
    private static bool IsOfSameKind(string version, string used) => version.IndexOf('-') < 0 || used.IndexOf('-') >= 0;

    private static Version NumbersOf(string version) => Version.TryParse(version.Split('-')[0], out Version? numbers) ? numbers : new Version();
}
