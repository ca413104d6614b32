namespace Ferrite.Mapping.Internal;

internal sealed partial class FileMapping
{
    internal void Resize(ref Region current, long length)
    {
        Region? replaced;
        long before;
        lock (_gate)
        {
            Region region = Current(ref current);
            RefuseFaulted(region);
            long actual = GetFileLength();
            if (actual < region.Length)
            {
                throw CutByOthers(region, actual);
            }

            RefuseLength(actual, length);
            before = region.Length;
            // What others appended is cut off by a growth that ends before it; elsewhere that needs no more than setting the length.
            bool cuts = length < region.Length || (Backend.CountsAccess && length < actual);
            replaced = cuts ? Shrink(ref current, region, length) : Grow(ref current, region, actual, length);
            // What was cut off needs no flush.
            _pending?.Take(PageMath.RoundUp(length), before - PageMath.RoundUp(length));
            _requests?.ForgetBehind(_layout.RoundUp(length));
        }

        Settle(ref current, replaced, before, length);
    }

    /// <summary>The file first, then what accesses may reach: in place within the capacity, else in a region of twice the capacity.</summary>
    private Region? Grow(ref Region current, Region region, long actual, long length)
    {
        if (actual < region.Capacity)
        {
            ClearTail(region, end: actual);
        }

        try
        {
            if (_options.Preallocate && length > actual)
            {
                Backend.Preallocate(_file, actual, length - actual).ThrowIfFailed(Path);
            }

            SetFileLength(length);
            if (length == region.Length)
            {
                return null;
            }

            if (region.CanGrow(length))
            {
                LockGrowth(region, length);
                region.Grow(length);
                return null;
            }

            Region next = length <= region.Capacity ? Map(length, region.Capacity) : MapTwice(region.Capacity, length);
            TakeLocksOver(region, next);
            Replace(ref current, next);
            return region;
        }
        catch
        {
            Backend.SetLength(_file, actual);
            throw;
        }
    }

    /// <summary>Doubling makes growth by small steps cheap; where the address space has no room for that, what is needed will do.</summary>
    private Region MapTwice(long capacity, long length)
    {
        try
        {
            return Map(length, Math.Min(PageMath.MaxLength, capacity * 2));
        }
        catch (IOException) when (length < capacity * 2)
        {
            return Map(length, length);
        }
    }

    /// <summary>
    /// The region that takes over first, so that nobody is without; then the old ones lose what lies behind the cut; the file last, so
    /// that nobody meets a hole. A range that was tombstoned is never grown again.
    /// </summary>
    private Region Shrink(ref Region current, Region region, long length)
    {
        if (Backend.CountsAccess)
        {
            return ShrinkCounted(ref current, region, length);
        }

        long before = region.Length;
        Region next = Map(length, region.Capacity);
        TakeLocksOver(region, next);
        Replace(ref current, next);
        foreach (Region old in ReplacedAlive())
        {
            old.Shrink(length);
        }

        OSError error = Backend.SetLength(_file, length);
        if (!error.IsNone)
        {
            Region back = Map(before, region.Capacity);
            TakeLocksOverOrForget(next, back);
            Replace(ref current, back);
            throw error.ToException(Path);
        }

        return region;
    }

    /// <summary>What the file can't have, before anything is touched.</summary>
    private void RefuseLength(long actual, long length)
    {
        if (_layout.RoundUp(length) != length && _layout.IsHugeTlb)
        {
            throw new IOException($"On hugetlbfs a file's length is a multiple of {_layout.PageSize} bytes, which {length} is not.");
        }

        FileSeals seals = length == actual ? FileSeals.None : Backend.GetSeals(_file);
        if (length < actual && seals.HasFlag(FileSeals.Shrink))
        {
            throw new NotSupportedException("The file is sealed against shrinking (F_SEAL_SHRINK).");
        }

        if (length > actual && seals.HasFlag(FileSeals.Grow))
        {
            throw new NotSupportedException("The file is sealed against growing (F_SEAL_GROW).");
        }
    }

    private void SetFileLength(long length) => Backend.SetLength(_file, length).ThrowIfFailed(Path);

    /// <summary>
    /// Bytes behind the end of the file in its last page, left there by a store that came too late for a cut, would become part of the
    /// file as it grows. See mmap(2): the effect of changing them is unspecified. Looked at first, so that a hole stays a hole.
    /// </summary>
    private static unsafe void ClearTail(Region region, long end)
    {
        // SAFETY: from the file's end to the end of its last page, which is inside the capacity, so mapped writable, and kept alive by the
        // caller's reference.
        var tail = new Span<byte>(region.Base + end, (int)(PageMath.RoundUp(end) - end));
        if (tail.ContainsAnyExcept((byte)0))
        {
            tail.Clear();
        }

        Volatile.ReadBarrier();
        RefuseFaulted(region);
    }

    private static void RefuseFaulted(Region region)
    {
        if (region.IsFaulted)
        {
            throw region.ToFaultException();
        }
    }

    private static MappedFileFaultException CutByOthers(Region region, long actual) => new(
        $"The file was cut to {actual} bytes by somebody else; {region.Length} are mapped. Refresh() maps what is left.", actual, FaultCause.Truncated);
}
