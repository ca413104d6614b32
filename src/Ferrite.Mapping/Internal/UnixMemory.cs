using System.Globalization;
using Ferrite.Mapping.Interop.Unix;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Internal;

/// <summary>What Linux and macOS do alike with memory; the values that differ are handed in.</summary>
internal static unsafe class UnixMemory
{
    private const int ReadWrite = Libc.PROT_READ | Libc.PROT_WRITE;

    /// <summary>A huge page where pages have 4 KiB, in bytes.</summary>
    private const long HugePage = 2 << 20;

    /// <summary>A header page, then the file over the whole capacity.</summary>
    internal static OSError Map(
        SafeFileHandle file, MapMode mode, long capacity, long alignment, int anonymous, int noReserve, out AddressRange range)
    {
        int page = PageMath.PageSize;
        nuint size = (nuint)(PageMath.RoundUp(capacity) + page);
        OSError error = RangePool.Shared.TryTake(size, alignment, out range)
            ? OSError.None
            : Reserve(size, alignment, anonymous, noReserve, out range);
        if (!error.IsNone)
        {
            return error;
        }

        int protection = mode == MapMode.ReadOnly ? Libc.PROT_READ : ReadWrite;
        int sharing = mode == MapMode.CopyOnWrite ? Libc.MAP_PRIVATE : Libc.MAP_SHARED;
        // SAFETY: mmap(2) with MAP_FIXED replaces what is mapped there: our own reservation, which nothing refers to yet. Pages past the
        // file's end may be mapped; touching them raises SIGBUS, which the range checks prevent. The kernel holds the file itself.
        nint mapped = Libc.MMap(range.BasePointer, size - (nuint)page, protection, sharing | Libc.MAP_FIXED, file, 0);
        error = mapped == Libc.MAP_FAILED ? OSError.Last("mmap") : OSError.None;
        if (!error.IsNone)
        {
            Unmap(range);
            return error;
        }

        // SAFETY: the header lies in the page below the base, which is writable anonymous memory of ours.
        *(RegionHeader*)range.Header = default;
        return OSError.None;
    }

    /// <summary>
    /// Unlike the tombstones the header page is mapped without MAP_NORESERVE, so the kernel does not merge the two: mapping a file over
    /// a whole map entry and a tombstone over it takes 4.6 µs, over a part of a merged one 7.2 (see docs/performance.md).
    /// </summary>
    private static OSError Reserve(nuint size, long alignment, int anonymous, int noReserve, out AddressRange range)
    {
        range = default;
        int page = PageMath.PageSize;
        alignment = Math.Max(alignment, size > HugePage ? HugePage : page);
        nuint slack = (nuint)(alignment - page);
        // SAFETY: mmap(2) without MAP_FIXED takes free addresses only.
        nint start = Libc.MMapAnonymous(null, size + slack, Libc.PROT_NONE, Libc.MAP_PRIVATE | anonymous | noReserve, -1, 0);
        if (start == Libc.MAP_FAILED)
        {
            return OSError.Last("mmap");
        }

        start = slack == 0 ? start : Trim(start, size, slack, alignment);
        Interlocked.Increment(ref Census.Ranges);
        // SAFETY: mmap(2) with MAP_FIXED on the first page of the reservation just made.
        nint header = Libc.MMapAnonymous((void*)start, (nuint)page, ReadWrite, Libc.MAP_PRIVATE | Libc.MAP_FIXED | anonymous, -1, 0);
        OSError error = header == Libc.MAP_FAILED ? OSError.Last("mmap") : OSError.None;
        range = new AddressRange(start, size, start + page, start + page - RegionHeader.Distance);
        if (!error.IsNone)
        {
            Unmap(range);
        }

        return error;
    }

    /// <summary>
    /// Keeps <paramref name="size"/> bytes of a reservation that is longer by the slack, so that the data are aligned. Also where nobody asked
    /// for huge pages: what the kernel caches in huge folios it maps by one entry each, with one fault and one entry of the TLB for 512
    /// pages, but only where the file and the addresses are aligned alike. Where chance misses that, random reads take a tenth longer.
    /// </summary>
    private static nint Trim(nint start, nuint size, nuint slack, long alignment)
    {
        int page = PageMath.PageSize;
        nint aligned = (nint)PageMath.RoundUp(start + page, alignment) - page;
        nuint before = (nuint)(aligned - start);
        // SAFETY: munmap(2) of both ends of a reservation that was just made, which nothing refers to.
        _ = before == 0 ? 0 : Libc.MUnmap((void*)start, before);
        _ = before == slack ? 0 : Libc.MUnmap((void*)(aligned + (nint)size), slack - before);
        return aligned;
    }

    /// <summary>Replaces pages by zero pages, atomically: an access finds the old page or the new one, never none.</summary>
    internal static bool Plant(nint start, nuint size, int anonymous, int noReserve)
    {
        // SAFETY: mmap(2) with MAP_FIXED on addresses of our own region, which stay mapped and readable: no access can fault on it.
        nint mapped = Libc.MMapAnonymous((void*)start, size, ReadWrite, Libc.MAP_PRIVATE | Libc.MAP_FIXED | anonymous | noReserve, -1, 0);
        return mapped != Libc.MAP_FAILED;
    }

    internal static void Unmap(in AddressRange range)
    {
        // SAFETY: munmap(2) of a range that nothing refers to: its region was finalized, or never handed out.
        if (Libc.MUnmap((void*)range.Start, range.Size) == 0)
        {
            Interlocked.Decrement(ref Census.Ranges);
        }
    }

    internal static OSError Sync(nint address, nuint length, int flags, int interrupted)
    {
        OSError error;
        do
        {
            // SAFETY: msync(2) reads and changes no byte of the range; the caller keeps its region alive.
            error = Libc.MSync((void*)address, length, flags) == 0 ? OSError.None : OSError.Last("msync");
        }
        while (error.Code == interrupted);
        return error;
    }

    internal static OSError Unlock(nint address, nuint length)
    {
        // SAFETY: munlock(2) changes no byte of the pages.
        return Libc.MUnlock((void*)address, length) == 0 ? OSError.None : OSError.Last("munlock");
    }

    internal static string DescribeLockLimit(int resource, ulong infinity)
    {
        Libc.RLimit limit;
        // SAFETY: getrlimit(2) writes one struct rlimit, which lives on this stack frame.
        bool known = Libc.GetRLimit(resource, &limit) == 0;
        return !known ? "the limit is RLIMIT_MEMLOCK"
            : limit.Current == infinity ? "there is no limit (RLIMIT_MEMLOCK)"
            : string.Create(CultureInfo.InvariantCulture, $"the limit is {limit.Current} bytes (RLIMIT_MEMLOCK)");
    }

    /// <summary>Asks through a mapping that is made for it and that nobody touches.</summary>
    internal static OSError GetResidency(SafeFileHandle file, long firstPage, Span<byte> pages, int protection)
    {
        nuint length = (nuint)pages.Length * (nuint)PageMath.PageSize;
        // SAFETY: mmap(2) without MAP_FIXED takes free addresses only; nothing refers to them but the two calls below.
        nint address = Libc.MMap(null, length, protection, Libc.MAP_SHARED, file, firstPage * PageMath.PageSize);
        OSError error = address == Libc.MAP_FAILED ? OSError.Last("mmap") : OSError.None;
        if (!error.IsNone)
        {
            return error;
        }

        // SAFETY: mincore(2) writes one byte a page of the mapping: as many as the span has; it reads no page.
        fixed (byte* vector = pages)
        {
            error = Libc.MInCore((void*)address, length, vector) == 0 ? OSError.None : OSError.Last("mincore");
        }

        // SAFETY: munmap(2) of the mapping made above.
        _ = Libc.MUnmap((void*)address, length);
        return error;
    }
}
