using System.IO.Compression;

namespace Ferrite.SdkFloor.Inference;

/// <summary>A package as it was downloaded.</summary>
internal sealed class PackageArchive : IPackageFiles, IDisposable
{
    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="FloorException">The file is no package.</exception>
    internal PackageArchive(Stream stream, string name)
    {
        try
        {
            _zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: false);
            foreach (ZipArchiveEntry entry in _zip.Entries)
            {
                // The package format escapes paths as URIs do.
                _entries.TryAdd(Uri.UnescapeDataString(entry.FullName.Replace('\\', '/')), entry);
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            stream.Dispose();
            throw new FloorException($"{name} can't be read as a package: {e.Message}", e);
        }

        Paths = _entries.Keys;
    }

    public IReadOnlyCollection<string> Paths { get; }

    public Stream Open(string path)
    {
        var copy = new MemoryStream();
        using Stream packed = _entries[path].Open();
        packed.CopyTo(copy);
        copy.Position = 0;
        return copy;
    }

    public void Dispose() => _zip.Dispose();
}
