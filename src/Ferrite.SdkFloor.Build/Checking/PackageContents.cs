using Ferrite.SdkFloor.Build.Reading;
using Ferrite.SdkFloor.Inference;

namespace Ferrite.SdkFloor.Build.Checking;

/// <summary>The files of a package that the build takes: without its analyzers, where the reference excludes them.</summary>
internal sealed class PackageContents : IPackageFiles
{
    private readonly string _folder;

    internal PackageContents(AssetsLibrary library, string folder)
    {
        _folder = folder;
        bool analyzers = library.HasAnalyzersInUse;
        Paths = [.. library.Files.Where(path => analyzers || !path.StartsWith("analyzers/", StringComparison.OrdinalIgnoreCase))];
    }

    public IReadOnlyCollection<string> Paths { get; }

    public Stream Open(string path) => File.OpenRead(Path.Combine(_folder, path));
}
