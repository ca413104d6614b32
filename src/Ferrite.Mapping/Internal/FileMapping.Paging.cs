namespace Ferrite.Mapping.Internal;

/// <summary>Calls about pages, made in slices: between two of them it shows that the file was disposed, resized or refreshed.</summary>
internal sealed partial class FileMapping
{
    /// <summary>A gigabyte in 64 calls, which costs nothing; from a slow disk a tenth of a second.</summary>
    private const long SliceBytes = 16 << 20;

    /// <summary>A call about whole pages of a region, that is entered: from <paramref name="start"/>, in bytes, on.</summary>
    private delegate OSError PageCall(Region region, long start, nuint size);

    /// <summary>Brings the pages in and maps them.</summary>
    internal void Populate(ref Region current, long offset, long length, bool write, IProgress<long>? progress)
    {
        if (!TryPopulate(ref current, offset, length, write, progress))
        {
            Throw.OutOfRange(offset, length, Volatile.Read(ref current).Length);
        }
    }

    private bool TryPopulate(ref Region current, long offset, long length, bool write = false, IProgress<long>? progress = null) =>
        TryInSlices(ref current, offset, length, write ? PopulateWrite : PopulateRead, write ? Mode : MapMode.ReadWrite, progress);

    private void InSlices(ref Region current, long offset, long length, PageCall call)
    {
        if (!TryInSlices(ref current, offset, length, call, MapMode.ReadWrite, progress: null))
        {
            Throw.OutOfRange(offset, length, Volatile.Read(ref current).Length);
        }
    }

    /// <summary>Without the pages that are locked: the OS would refuse them, and with them those behind.</summary>
    private void InSlicesUnlocked(ref Region current, long offset, long length, PageCall call)
    {
        SlowAccess.Enter(ref current, offset, length).Exit();
        List<(long Start, long End)>? gaps;
        lock (_gate)
        {
            (long start, long end) = _layout.Touched(offset, length);
            gaps = _requests?.Locked.GapsIn(start, end);
        }

        if (gaps is null)
        {
            InSlices(ref current, offset, length, call);
            return;
        }

        foreach ((long start, long end) in gaps)
        {
            long from = Math.Max(start, offset);
            InSlices(ref current, from, Math.Min(end, offset + length) - from, call);
        }
    }

    /// <summary>False where the range isn't, or is no longer, inside the file.</summary>
    private bool TryInSlices(ref Region current, long offset, long length, PageCall call, MapMode mode, IProgress<long>? progress)
    {
        // The whole range, before anything is done to a part of it.
        if (!SlowAccess.TryEnter(ref current, offset, length, mode, out Region region, out _))
        {
            return false;
        }

        region.Exit();
        long end = offset + length;
        for (long start = offset; start < end;)
        {
            long next = Math.Min(end, (start & -SliceBytes) + SliceBytes);
            if (!TryRun(ref current, start, next - start, call))
            {
                return false;
            }

            start = next;
            progress?.Report(start - offset);
        }

        return true;
    }

    /// <summary>Made again where another region took over while it ran.</summary>
    private bool TryRun(ref Region current, long offset, long length, PageCall call)
    {
        OSError error = OSError.None;
        Region region;
        do
        {
            if (!SlowAccess.TryEnter(ref current, offset, length, MapMode.ReadWrite, out region, out _))
            {
                return false;
            }

            (long start, long end) = _layout.Touched(offset, length);
            try
            {
                error = call(region, start, (nuint)(end - start));
            }
            catch
            {
                region.Exit();
                throw;
            }
        }
        while (!SlowAccess.Leave(ref current, region, offset, length));

        error.ThrowIfFailed(Path);
        return true;
    }
}
