namespace Ferrite.SdkFloor.Inference;

/// <summary>
/// The compiler that a package's analyzers need. Of folders <c>roslynX.Y</c> the SDK takes the highest that its compiler reaches; below the lowest it takes
/// none, and says nothing. Also compiled for netstandard2.0.
/// </summary>
internal static class AnalyzerFolders
{
    private const string Root = "analyzers/";
    private const string RoslynFolder = "roslyn";

    /// <summary>The lowest compiler with which analyzers of every kind in the package load; null where it has none for C#.</summary>
    /// <param name="files">The package.</param>
    /// <param name="evidence">The assembly that demands it.</param>
    internal static Version? LowestRoslyn(IPackageFiles files, out string? evidence)
    {
        evidence = null;
        List<string> assemblies = [.. files.Paths.Where(static path =>
            path.StartsWith(Root, StringComparison.OrdinalIgnoreCase) && path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)
            && !path.EndsWith(".resources.dll", StringComparison.OrdinalIgnoreCase) && IsForCSharp(path))];
        var needs = new Dictionary<Version, (Version Roslyn, string Path)>();
        foreach (string path in assemblies.Order(StringComparer.Ordinal))
        {
            using Stream stream = files.Open(path);
            if (AnalyzerAssembly.ReferencedRoslyn(stream) is not { } roslyn)
            {
                continue;
            }

            Version folder = FolderOf(path);
            roslyn = roslyn > folder ? roslyn : folder;
            if (!needs.TryGetValue(folder, out (Version Roslyn, string Path) has) || roslyn > has.Roslyn)
            {
                needs[folder] = (roslyn, path);
            }
        }

        // Those outside such folders are always taken, of the folders one is enough.
        (Version Roslyn, string Path)[] wanted =
        [
            .. needs.Where(static need => need.Key == NoFolder).Select(static need => need.Value),
            .. needs.Where(static need => need.Key != NoFolder).Select(static need => need.Value).OrderBy(static need => need.Roslyn).Take(1),
        ];
        (Version? lowest, evidence) = wanted.OrderByDescending(static need => need.Roslyn).FirstOrDefault();
        return lowest;
    }

    private static Version NoFolder { get; } = new(0, 0);

    private static Version FolderOf(string path)
    {
        foreach (string folder in path.Split('/'))
        {
            if (folder.StartsWith(RoslynFolder, StringComparison.OrdinalIgnoreCase)
                && Version.TryParse(folder.AsSpan(RoslynFolder.Length), out Version? version))
            {
                return new Version(version.Major, version.Minor);
            }
        }

        return NoFolder;
    }

    /// <summary>By the convention of packages: a folder for a language is for it alone.</summary>
    private static bool IsForCSharp(string path) => !path.Split('/').Any(static folder => folder.ToLowerInvariant() is "vb" or "fs");
}
