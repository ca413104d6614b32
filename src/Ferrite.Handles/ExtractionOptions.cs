namespace Ferrite.Handles;

/// <summary>What an extraction may do. Immutable; may be shared by threads. Limits hold for what is really decompressed, whatever headers say.</summary>
public sealed record ExtractionOptions
{
    /// <summary>Bytes that all files together may have; 16 GiB by default.</summary>
    public long MaximumLength { get; init; } = 16L << 30;

    /// <summary>Bytes that a file may have; 4 GiB by default.</summary>
    public long MaximumEntryLength { get; init; } = 4L << 30;

    /// <summary>Entries there may be, 100,000 by default.</summary>
    public int MaximumEntries { get; init; } = 100_000;

    /// <summary>
    /// How many bytes may come of one that is compressed, 200 by default; not looked at before <see cref="RatioFrom"/> bytes. Of a zip it holds for
    /// each entry, and for the whole where it is read from a stream; of a compressed tar for the whole. Deflate can reach 1032.
    /// </summary>
    public int MaximumRatio { get; init; } = 200;

    /// <summary>Bytes after which <see cref="MaximumRatio"/> counts; 1 MiB by default.</summary>
    public long RatioFrom { get; init; } = 1 << 20;

    /// <summary>Whether a file or a link of the destination that has an entry's name is replaced, in one step, by what was extracted whole. Directories never are.</summary>
    public bool Overwrite { get; init; }

    /// <summary>What to do with links.</summary>
    public ArchiveLinks Links { get; init; }

    /// <summary>Whether names that differ by case alone are the same: by default where file systems usually think so, on Windows and macOS.</summary>
    public bool IgnoreCase { get; init; } = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS();

    /// <summary>
    /// Whether files get the archive's permissions, less the umask, and never the set-user-id, set-group-id and sticky bits; directories stay
    /// open to their owner. Else they get the usual ones. Nothing on Windows.
    /// </summary>
    public bool ApplyPermissions { get; init; } = true;

    /// <summary>Whether files get the archive's time of their last change.</summary>
    public bool ApplyTimes { get; init; } = true;
}
