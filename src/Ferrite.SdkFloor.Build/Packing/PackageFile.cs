namespace Ferrite.SdkFloor.Build.Packing;

/// <summary>A file of the package to be.</summary>
/// <param name="source">Where it lies now.</param>
/// <param name="path">Where it will lie in the package, with slashes.</param>
internal sealed class PackageFile(string source, string path)
{
    internal string Source { get; } = source;

    internal string Path { get; } = path;
}
