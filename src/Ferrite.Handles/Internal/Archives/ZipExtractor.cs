using System.IO.Compression;
using Ferrite.Handles.Interop.Unix;

namespace Ferrite.Handles.Internal.Archives;

/// <summary>Zip archives: <see href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE</see>.</summary>
internal static class ZipExtractor
{
    /// <summary>Where programs on Unix keep st_mode in the external attributes.</summary>
    private const int ModeShift = 16;

    private const int PermissionBits = 0xFFF;

    internal static ExtractionResult Extract(ZipArchive archive, Extractor extractor)
    {
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            if (!extractor.Take(entry.FullName, () => Extract(entry, extractor)))
            {
                break;
            }
        }

        return extractor.Result;
    }

    private static ExtractedEntry Extract(ZipArchiveEntry entry, Extractor extractor)
    {
        if (entry.IsEncrypted)
        {
            throw new EntryRefusedException(RefusalReason.Kind, "it is encrypted");
        }

        // 4.4.17.1 wants slashes; some programs write backslashes.
        string name = entry.FullName.Replace('\\', '/');
        int mode = entry.ExternalAttributes >>> ModeShift;
        UnixFileMode? permissions = mode == 0 ? null : (UnixFileMode)(mode & PermissionBits);
        ExtractedEntry extracted = (mode & Stat.S_IFMT) switch
        {
            Stat.S_IFDIR => extractor.Directory(name, permissions),
            0 or Stat.S_IFREG when name.EndsWith('/') => extractor.Directory(name, permissions),
            0 or Stat.S_IFREG => OfFile(entry, name, permissions, extractor),
            Stat.S_IFLNK => extractor.SymbolicLink(name, ReadTarget(entry)),
            _ => throw new EntryRefusedException(RefusalReason.Kind, "it is neither a file, a directory nor a link"),
        };
        return extracted with { Name = entry.FullName };
    }

    private static ExtractedEntry OfFile(ZipArchiveEntry entry, string name, UnixFileMode? permissions, Extractor extractor)
    {
        using Stream content = entry.Open();
        return extractor.File(
            name, new FileContent(content, entry.Length, Math.Max(entry.CompressedLength, 1), entry.Crc32, permissions, entry.LastWriteTime));
    }

    /// <summary>The content of a link is its target.</summary>
    private static string ReadTarget(ZipArchiveEntry entry)
    {
        byte[] buffer = new byte[LinkTarget.MostBytes + 1];
        using Stream content = entry.Open();
        int read = content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return read <= LinkTarget.MostBytes
            ? UnixName.Decode(buffer.AsSpan(0, read))
            : throw new EntryRefusedException(RefusalReason.Link, "its target is too long");
    }
}
