using Ferrite.Mapping.Interop.MacOS;
using UnixLibc = Ferrite.Mapping.Interop.Unix.Libc;

namespace Ferrite.Mapping.Internal;

internal static unsafe partial class MacOSBackend
{
    internal static OSError Lock(nint address, nuint length)
    {
        // SAFETY: mlock(2) changes no byte of the pages, which the caller keeps mapped.
        return UnixLibc.MLock((void*)address, length) == 0 ? OSError.None : OSError.Last("mlock");
    }

    internal static string DescribeLockLimit() => UnixMemory.DescribeLockLimit(Resource.RLIMIT_MEMLOCK, Resource.RLIM_INFINITY);
}
