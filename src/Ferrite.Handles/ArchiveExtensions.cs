using System.Formats.Tar;
using System.IO.Compression;
using Ferrite.Handles.Internal.Archives;

namespace Ferrite.Handles;

/// <summary>
/// Extracts archives into a <see cref="DirectoryHandle"/>, so that nothing an archive or the destination holds leads outside: names with
/// <c>..</c>, absolute names, links planted in the archive or already there. What is bad is refused entry by entry; what is fine is extracted.
/// An existing file is never written to: it may be a hard link to something outside. Thread-safety: several extractions may run into one
/// directory; an archive is for one thread.
/// </summary>
public static class ArchiveExtensions
{
    /// <summary>Extracts a zip archive that is open for reading. In its names a backslash separates, as some programs write it. Checksums are checked.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="directory">Where to.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="cancellationToken">Ends it; the entry it is at is taken back, others stay.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="IOException">A file could not be written: no space left, a device that failed.</exception>
    /// <exception cref="InvalidDataException">The archive has no readable directory.</exception>
    /// <exception cref="ObjectDisposedException">The directory or the archive is closed.</exception>
    public static ExtractionResult ExtractZipTo(
        this ZipArchive archive,
        DirectoryHandle directory,
        ExtractionOptions? options = null,
        IProgress<ExtractionProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(archive);
        return ZipExtractor.Extract(archive, NewExtractor(directory, options, progress, cancellationToken));
    }

    /// <summary>Extracts a zip archive from a stream that can seek. The ratio of the whole is limited too, against entries that share their data.</summary>
    /// <param name="stream">The archive; stays open.</param>
    /// <param name="directory">Where to.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="cancellationToken">Ends it; the entry it is at is taken back, others stay.</param>
    /// <exception cref="ArgumentException">The stream cannot be read, or cannot seek.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="IOException">A file could not be written: no space left, a device that failed.</exception>
    /// <exception cref="InvalidDataException">It is no zip archive.</exception>
    /// <exception cref="ObjectDisposedException">The directory or the stream is closed.</exception>
    public static ExtractionResult ExtractZipTo(
        this Stream stream,
        DirectoryHandle directory,
        ExtractionOptions? options = null,
        IProgress<ExtractionProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanSeek)
        {
            throw new ArgumentException("A zip archive is read from its end: the stream has to seek.", nameof(stream));
        }

        Extractor extractor = NewExtractor(directory, options, progress, cancellationToken);
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        extractor.Limits.LimitWhole(() => stream.Length);
        return ZipExtractor.Extract(archive, extractor);
    }

    /// <summary>Extracts what is left of a tar archive. Devices, pipes and sparse files are refused.</summary>
    /// <param name="reader">The archive.</param>
    /// <param name="directory">Where to.</param>
    /// <param name="options">How; null for the defaults. The ratio is not looked at: nothing is compressed here.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="cancellationToken">Ends it; the entry it is at is taken back, others stay.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="IOException">A file could not be written, or the archive not be read.</exception>
    /// <exception cref="ObjectDisposedException">The directory or the reader is closed.</exception>
    public static ExtractionResult ExtractTarTo(
        this TarReader reader,
        DirectoryHandle directory,
        ExtractionOptions? options = null,
        IProgress<ExtractionProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return TarExtractor.Extract(reader, NewExtractor(directory, options, progress, cancellationToken));
    }

    /// <summary>Extracts a tar archive from a stream, which may be compressed with gzip: then the ratio of the whole is limited too.</summary>
    /// <param name="stream">The archive, from where it stands on; stays open. Need not seek.</param>
    /// <param name="directory">Where to.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="cancellationToken">Ends it; the entry it is at is taken back, others stay.</param>
    /// <exception cref="ArgumentException">The stream cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="IOException">A file could not be written, or the archive not be read.</exception>
    /// <exception cref="ObjectDisposedException">The directory or the stream is closed.</exception>
    public static ExtractionResult ExtractTarTo(
        this Stream stream,
        DirectoryHandle directory,
        ExtractionOptions? options = null,
        IProgress<ExtractionProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanRead)
        {
            throw new ArgumentException("The stream cannot be read.", nameof(stream));
        }

        return TarExtractor.Extract(stream, NewExtractor(directory, options, progress, cancellationToken));
    }

    private static Extractor NewExtractor(
        DirectoryHandle directory, ExtractionOptions? options, IProgress<ExtractionProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(directory);
        options ??= new ExtractionOptions();
        ArgumentOutOfRangeException.ThrowIfNegative(options.MaximumLength, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.MaximumEntryLength, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.MaximumEntries, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaximumRatio, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.RatioFrom, nameof(options));
        if (!Enum.IsDefined(options.Links))
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.Links, "There is no such choice of links.");
        }

        return new Extractor(directory, options, progress, cancellationToken);
    }
}
