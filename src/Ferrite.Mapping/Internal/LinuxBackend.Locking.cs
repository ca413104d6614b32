using Ferrite.Mapping.Interop.Linux;

namespace Ferrite.Mapping.Internal;

internal static unsafe partial class LinuxBackend
{
    /// <summary>
    /// On fault: it doesn't wait for the disk, and pages behind the file's end do no harm. Under MAP_PRIVATE it also makes no private copy
    /// of every page, as mlock(2) would. Whoever locks brings the pages in afterwards.
    /// </summary>
    internal static OSError Lock(nint address, nuint length)
    {
        // SAFETY: mlock2(2) changes no byte of the pages, which the caller keeps mapped.
        return Libc.MLock2((void*)address, length, Mman.MLOCK_ONFAULT) == 0 ? OSError.None : OSError.Last("mlock");
    }

    internal static string DescribeLockLimit() => UnixMemory.DescribeLockLimit(Resource.RLIMIT_MEMLOCK, Resource.RLIM_INFINITY);
}
