using Ferrite.Mapping.Interop.Linux;
using Microsoft.Win32.SafeHandles;
using Errno = Ferrite.Handles.Interop.Linux.Errno;
using UnixLibc = Ferrite.Mapping.Interop.Unix.Libc;

namespace Ferrite.Mapping.Internal;

internal static unsafe partial class LinuxBackend
{
    /// <summary>
    /// The kernel cuts a longer request down to the device's read-ahead, at least this much on any that has one, and drops the rest
    /// (force_page_cache_readahead).
    /// </summary>
    private const nuint PrefetchAtOnce = 128 << 10;

    internal static OSError Advise(nint address, nuint length, MemoryAdvice advice)
    {
        OSError error = MAdvise(address, length, advice switch
        {
            MemoryAdvice.Random => UnixLibc.MADV_RANDOM,
            MemoryAdvice.Sequential => UnixLibc.MADV_SEQUENTIAL,
            MemoryAdvice.DontNeed => UnixLibc.MADV_DONTNEED,
            MemoryAdvice.HugePage => Mman.MADV_HUGEPAGE,
            MemoryAdvice.NoHugePage => Mman.MADV_NOHUGEPAGE,
            MemoryAdvice.Cold => Mman.MADV_COLD,
            MemoryAdvice.PageOut => Mman.MADV_PAGEOUT,
            _ => UnixLibc.MADV_NORMAL,
        });

        // EINVAL: a kernel without it, pages that mlock(2) or mlockall(2) keeps in, pages of hugetlbfs.
        bool mayBeUnknown = advice is not (MemoryAdvice.Normal or MemoryAdvice.Random or MemoryAdvice.Sequential);
        return mayBeUnknown && error.Code == (int)Errno.EINVAL ? OSError.None : error;
    }

    internal static OSError Prefetch(nint address, nuint length)
    {
        OSError error = OSError.None;
        for (nuint done = 0; error.IsNone && done < length; done += PrefetchAtOnce)
        {
            error = MAdvise(address + (nint)done, nuint.Min(PrefetchAtOnce, length - done), UnixLibc.MADV_WILLNEED);
        }

        return error;
    }

    internal static bool TryPopulate(nint address, nuint length, bool write, out OSError error)
    {
        error = MAdvise(address, length, write ? Mman.MADV_POPULATE_WRITE : Mman.MADV_POPULATE_READ);

        // EINVAL before 5.14.
        return error.IsNone || (error.Code != (int)Errno.EINVAL && !IsPageLost(error.Code));
    }

    /// <summary>A signal that was not sent.</summary>
    internal static bool IsPageLost(int code) => code is (int)Errno.EFAULT or (int)Errno.EHWPOISON;

    internal static void BringIn(nint address, nuint length)
    {
        if (MAdvise(address, length, Mman.MADV_POPULATE_READ).Code == (int)Errno.EINVAL)
        {
            Prefetch(address, length);
        }
    }

    /// <summary>
    /// PAGEOUT drops pages that are mapped here and nowhere else, and splits a large folio that the range has a part of; DONTNEED takes
    /// out what is left, since the page cache keeps what is mapped; the last drops what no mapping brought in.
    /// </summary>
    internal static OSError Evict(SafeFileHandle file, nint address, long offset, nuint length)
    {
        OSError error = Advise(address, length, MemoryAdvice.PageOut);
        error = error.IsNone ? Advise(address, length, MemoryAdvice.DontNeed) : error;
        if (!error.IsNone)
        {
            return error;
        }

        int code = Libc.PosixFAdvise(file, offset, (long)length, Libc.POSIX_FADV_DONTNEED);
        return code == 0 ? OSError.None : new OSError("posix_fadvise", code);
    }

    private static OSError MAdvise(nint address, nuint length, int advice)
    {
        // SAFETY: madvise(2) with any of these on whole pages of one mapping changes no byte that can be read there: those that drop pages
        // are refused for private mappings before, but for PAGEOUT, which swaps. Addresses that are no longer mapped are ENOMEM.
        return UnixLibc.MAdvise((void*)address, length, advice) == 0 ? OSError.None : OSError.Last("madvise");
    }
}
