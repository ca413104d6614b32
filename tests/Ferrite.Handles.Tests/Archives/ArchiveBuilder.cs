using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace Ferrite.Handles.Tests.Archives;

/// <summary>The same entries as a zip or a tar archive, bad ones included.</summary>
internal sealed class ArchiveBuilder(string format)
{
    internal const string Zip = "zip";
    internal const string Tar = "tar";
    internal const string TarGz = "tar.gz";

    private const int ModeShift = 16;

    private readonly List<(string Name, int Kind, byte[] Content, string Target, int Mode)> _entries = [];

    internal ArchiveBuilder File(string name, string content = "archive", int mode = 0x1A4) => File(name, Encoding.UTF8.GetBytes(content), mode);

    internal ArchiveBuilder File(string name, byte[] content, int mode = 0x1A4) => Add(name, 0x8000, content, "", mode);

    internal ArchiveBuilder Directory(string name, int mode = 0x1ED) => Add(name, 0x4000, [], "", mode);

    internal ArchiveBuilder Link(string name, string target) => Add(name, 0xA000, Encoding.UTF8.GetBytes(target), target, 0x1FF);

    /// <summary>Of tar alone.</summary>
    internal ArchiveBuilder HardLink(string name, string target) => Add(name, -1, [], target, 0x1A4);

    /// <summary>A pipe, a device or a socket: bits of st_mode.</summary>
    internal ArchiveBuilder Special(string name, int kind) => Add(name, kind, [], "", 0x1A4);

    internal MemoryStream Build()
    {
        var stream = new MemoryStream();
        switch (format)
        {
            case Zip:
                BuildZip(stream);
                break;
            case Tar:
                BuildTar(stream);
                break;
            default:
                using (var zipped = new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true))
                {
                    BuildTar(zipped);
                }

                break;
        }

        stream.Position = 0;
        return stream;
    }

    internal ExtractionResult ExtractTo(DirectoryHandle directory, ExtractionOptions? options = null) => Extract(format, Build(), directory, options);

    internal static ExtractionResult Extract(string format, Stream stream, DirectoryHandle directory, ExtractionOptions? options = null) =>
        string.Equals(format, Zip, StringComparison.Ordinal) ? stream.ExtractZipTo(directory, options) : stream.ExtractTarTo(directory, options);

    private ArchiveBuilder Add(string name, int kind, byte[] content, string target, int mode)
    {
        _entries.Add((name, kind, content, target, mode));
        return this;
    }

    private void BuildZip(Stream stream)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach ((string name, int kind, byte[] content, _, int mode) in _entries)
        {
            ZipArchiveEntry entry = archive.CreateEntry(name);
            entry.ExternalAttributes = (kind | mode) << ModeShift;
            entry.LastWriteTime = new DateTimeOffset(2001, 2, 3, 4, 5, 6, TimeSpan.Zero);
            using Stream data = entry.Open();
            data.Write(content);
        }
    }

    private void BuildTar(Stream stream)
    {
        using var writer = new TarWriter(stream, TarEntryFormat.Pax, leaveOpen: true);
        foreach ((string name, int kind, byte[] content, string target, int mode) in _entries)
        {
            TarEntryType type = kind switch
            {
                -1 => TarEntryType.HardLink,
                0x8000 => TarEntryType.RegularFile,
                0x4000 => TarEntryType.Directory,
                0xA000 => TarEntryType.SymbolicLink,
                0x1000 => TarEntryType.Fifo,
                0x6000 => TarEntryType.BlockDevice,
                _ => TarEntryType.CharacterDevice,
            };
            var entry = new PaxTarEntry(type, name) { Mode = (UnixFileMode)mode, ModificationTime = new DateTimeOffset(2001, 2, 3, 4, 5, 6, TimeSpan.Zero) };
            if (type is TarEntryType.SymbolicLink or TarEntryType.HardLink)
            {
                entry.LinkName = target;
            }
            else if (type == TarEntryType.RegularFile)
            {
                entry.DataStream = new MemoryStream(content);
            }

            writer.WriteEntry(entry);
        }
    }
}
