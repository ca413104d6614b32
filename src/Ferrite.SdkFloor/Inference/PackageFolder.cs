namespace Ferrite.SdkFloor.Inference;

/// <summary>A package as restore unpacked it.</summary>
internal sealed class PackageFolder : IPackageFiles
{
    private readonly string _root;

    /// <param name="root">The folder.</param>
    /// <param name="paths">Its files, where they are known already; else they are looked for.</param>
    internal PackageFolder(string root, IReadOnlyCollection<string>? paths = null)
    {
        _root = root;
        Paths = paths ?? [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'))];
    }

    public IReadOnlyCollection<string> Paths { get; }

    public Stream Open(string path) => File.OpenRead(Path.Combine(_root, path));
}
