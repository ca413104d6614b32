namespace Ferrite.Handles.Internal.Archives;

/// <summary>Counts what comes out of an archive while it comes.</summary>
internal sealed class ExtractionLimits(ExtractionOptions options)
{
    private Func<long>? _compressed;

    /// <summary>Bytes of files that were kept.</summary>
    internal long Length { get; private set; }

    internal int Entries { get; private set; }

    /// <summary>The ratio of the whole counts as well: to what this tells, at the time.</summary>
    internal void LimitWhole(Func<long> compressed) => _compressed = compressed;

    internal void CountEntry()
    {
        if (++Entries > options.MaximumEntries)
        {
            throw new EntryRefusedException(RefusalReason.TooManyEntries, $"there are more than {options.MaximumEntries} entries; nothing from here on was extracted");
        }
    }

    /// <summary>Before more of an entry is written.</summary>
    /// <param name="length">Bytes of the entry so far, with those to be written.</param>
    /// <param name="compressed">Bytes that they were compressed to; 0 where that is not known.</param>
    internal void Check(long length, long compressed)
    {
        if (length > options.MaximumEntryLength)
        {
            throw new EntryRefusedException(RefusalReason.EntryTooLong, $"it has more than {options.MaximumEntryLength} bytes");
        }

        if (length > options.MaximumLength - Length)
        {
            throw new EntryRefusedException(
                RefusalReason.TotalTooLong, $"the archive has more than {options.MaximumLength} bytes; nothing from here on was extracted");
        }

        if (IsBomb(length, compressed) || (_compressed is { } whole && IsBomb(Length + length, whole())))
        {
            throw new EntryRefusedException(RefusalReason.Ratio, $"a byte of it becomes more than {options.MaximumRatio}");
        }
    }

    internal void Keep(long length) => Length += length;

    internal bool IsBomb(long length, long compressed) =>
        compressed > 0 && length > options.RatioFrom && length / options.MaximumRatio > compressed;
}
