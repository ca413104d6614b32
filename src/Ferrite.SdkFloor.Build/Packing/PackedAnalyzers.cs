using Ferrite.SdkFloor.Inference;

namespace Ferrite.SdkFloor.Build.Packing;

/// <summary>The files of a package that is not there yet.</summary>
internal sealed class PackedAnalyzers(IEnumerable<PackageFile> files) : IPackageFiles
{
    private readonly Dictionary<string, string> _sources = files.GroupBy(static file => file.Path, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(static group => group.Key, static group => group.First().Source, StringComparer.OrdinalIgnoreCase);

    public IReadOnlyCollection<string> Paths => _sources.Keys;

    public Stream Open(string path) => File.OpenRead(_sources[path]);
}
