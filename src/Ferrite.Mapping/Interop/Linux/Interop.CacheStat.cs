using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Interop.Linux;

internal static unsafe partial class Libc
{
    /// <summary>The same number on every architecture, as of all system calls since 5.1. Kernels before 6.5 answer ENOSYS.</summary>
    internal const nint SYS_cachestat = 451;

    /// <summary>struct cachestat_range of &lt;linux/mman.h&gt;. A length of 0 means: to the end of the file.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct CacheStatRange
    {
        internal ulong Offset;
        internal ulong Length;
    }

    /// <summary>struct cachestat of &lt;linux/mman.h&gt;: pages.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct CacheStatCounts
    {
        internal ulong Cached;
        internal ulong Dirty;
        internal ulong WriteBack;
        internal ulong Evicted;
        internal ulong RecentlyEvicted;
    }

    /// <summary>cachestat(2), for which no C library has a wrapper: through syscall(2), <paramref name="number"/> first.</summary>
    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    internal static partial nint CacheStat(nint number, SafeFileHandle file, CacheStatRange* range, CacheStatCounts* counts, uint flags);
}
