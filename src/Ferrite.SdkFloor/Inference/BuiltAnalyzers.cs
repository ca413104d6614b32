using Ferrite.SdkFloor.Projects;

namespace Ferrite.SdkFloor.Inference;

/// <summary>The analyzers of a package that is not there yet, as far as they are built.</summary>
internal sealed class BuiltAnalyzers(IEnumerable<PackedAnalyzer> packed) : IPackageFiles
{
    private readonly Dictionary<string, string> _files = packed.Where(static analyzer => File.Exists(analyzer.File))
        .DistinctBy(PathOf, StringComparer.OrdinalIgnoreCase).ToDictionary(PathOf, static analyzer => analyzer.File, StringComparer.OrdinalIgnoreCase);

    public IReadOnlyCollection<string> Paths => _files.Keys;

    public Stream Open(string path) => File.OpenRead(_files[path]);

    /// <summary>A PackagePath is a folder, or a file if it has the file's extension.</summary>
    private static string PathOf(PackedAnalyzer analyzer) => analyzer.Folder.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)
        ? analyzer.Folder
        : $"{analyzer.Folder}/{Path.GetFileName(analyzer.File)}";
}
