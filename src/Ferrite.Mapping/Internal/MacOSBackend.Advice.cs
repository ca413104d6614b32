using System.Runtime.InteropServices;
using Ferrite.Mapping.Interop.MacOS;
using Microsoft.Win32.SafeHandles;
using UnixLibc = Ferrite.Mapping.Interop.Unix.Libc;

namespace Ferrite.Mapping.Internal;

internal static unsafe partial class MacOSBackend
{
    /// <summary>MADV_DONTNEED here makes pages the next to go, and loses nothing: the nearest to Cold and PageOut.</summary>
    internal static OSError Advise(nint address, nuint length, MemoryAdvice advice) => advice switch
    {
        MemoryAdvice.HugePage or MemoryAdvice.NoHugePage => OSError.None,
        MemoryAdvice.Random => MAdvise(address, length, UnixLibc.MADV_RANDOM),
        MemoryAdvice.Sequential => MAdvise(address, length, UnixLibc.MADV_SEQUENTIAL),
        MemoryAdvice.DontNeed or MemoryAdvice.Cold or MemoryAdvice.PageOut => MAdvise(address, length, UnixLibc.MADV_DONTNEED),
        _ => MAdvise(address, length, UnixLibc.MADV_NORMAL),
    };

    internal static OSError Prefetch(SafeFileHandle file, long offset, nuint length)
    {
        const nuint AtOnce = 1 << 30;
        OSError error = OSError.None;
        for (nuint done = 0; error.IsNone && done < length; done += AtOnce)
        {
            var range = new Libc.RAdvisory { Offset = offset + (long)done, Count = (int)nuint.Min(AtOnce, length - done) };
            // SAFETY: fcntl(2) F_RDADVISE reads one struct radvisory, which lives on this stack frame.
            int result = RuntimeInformation.ProcessArchitecture == Architecture.Arm64
                ? Libc.FCntlArm64(file, Libc.F_RDADVISE, 0, 0, 0, 0, 0, 0, &range)
                : Libc.FCntlX64(file, Libc.F_RDADVISE, &range);
            error = result == -1 ? OSError.Last("fcntl(F_RDADVISE)") : OSError.None;
        }

        return error;
    }

    internal static void BringIn(nint address, nuint length) => MAdvise(address, length, UnixLibc.MADV_WILLNEED);

    internal static OSError Evict(nint address, nuint length) => MAdvise(address, length, UnixLibc.MADV_DONTNEED);

    private static OSError MAdvise(nint address, nuint length, int advice)
    {
        // SAFETY: madvise(2) with any of these changes no byte of the pages.
        return UnixLibc.MAdvise((void*)address, length, advice) == 0 ? OSError.None : OSError.Last("madvise");
    }
}
