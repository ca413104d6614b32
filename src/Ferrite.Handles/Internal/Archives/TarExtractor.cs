using System.Formats.Tar;
using System.IO.Compression;

namespace Ferrite.Handles.Internal.Archives;

/// <summary>Tar archives, V7, ustar, pax and GNU: <see href="https://man.freebsd.org/cgi/man.cgi?query=tar&amp;sektion=5">tar(5)</see>.</summary>
internal static class TarExtractor
{
    private const byte GZipFirst = 0x1F;
    private const byte GZipSecond = 0x8B;

    internal static ExtractionResult Extract(Stream stream, Extractor extractor)
    {
        byte[] start = new byte[2];
        int read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        using var whole = new MeteredStream(stream, start.AsMemory(0, read), check: null);
        if (read < start.Length || start[0] != GZipFirst || start[1] != GZipSecond)
        {
            using var plain = new TarReader(whole, leaveOpen: true);
            return Extract(plain, extractor);
        }

        // What is refused is decompressed as well, to get past it: the ratio ends that too.
        extractor.Limits.LimitWhole(() => whole.Count);
        using var unzipped = new GZipStream(whole, CompressionMode.Decompress, leaveOpen: true);
        using var metered = new MeteredStream(unzipped, default, check: length =>
        {
            if (extractor.Limits.IsBomb(length, whole.Count))
            {
                throw new EntryRefusedException(RefusalReason.Ratio, "the archive is compressed more than it may be; nothing from here on was extracted");
            }
        });
        using var reader = new TarReader(metered, leaveOpen: true);
        return Extract(reader, extractor);
    }

    internal static ExtractionResult Extract(TarReader reader, Extractor extractor)
    {
        string last = "";
        while (Next(reader, extractor, last) is { } entry)
        {
            last = entry.Name;
            if (entry.EntryType != TarEntryType.GlobalExtendedAttributes && !extractor.Take(entry.Name, () => Extract(entry, extractor)))
            {
                break;
            }
        }

        return extractor.Result;
    }

    /// <summary>Null at the end, and where no next entry can be made out: that is noted with the name of the last.</summary>
    private static TarEntry? Next(TarReader reader, Extractor extractor, string last)
    {
        try
        {
            return reader.GetNextEntry();
        }
        catch (EntryRefusedException e)
        {
            extractor.Refuse(last, e.Reason, e.Message);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or FormatException or ArgumentException or OverflowException)
        {
            extractor.Refuse(last, RefusalReason.Damaged, $"the archive is damaged after it: {e.Message}");
        }

        return null;
    }

    private static ExtractedEntry Extract(TarEntry entry, Extractor extractor) => entry.EntryType switch
    {
        TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile =>
            extractor.File(entry.Name, new FileContent(entry.DataStream, entry.Length, Compressed: 0, Checksum: null, entry.Mode, entry.ModificationTime)),
        TarEntryType.Directory => extractor.Directory(entry.Name, entry.Mode),
        TarEntryType.SymbolicLink => extractor.SymbolicLink(entry.Name, entry.LinkName),
        TarEntryType.HardLink => extractor.HardLink(entry.Name, entry.LinkName),
        _ => throw new EntryRefusedException(RefusalReason.Kind, $"it is of kind {entry.EntryType}, neither a file, a directory nor a link"),
    };
}
