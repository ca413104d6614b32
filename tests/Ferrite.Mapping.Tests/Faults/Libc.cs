using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Tests.Faults;

/// <summary>The native calls that tests make themselves.</summary>
internal static unsafe partial class Libc
{
    internal const int POSIX_FADV_DONTNEED = 4;

    /// <summary>memcpy(3).</summary>
    [LibraryImport("libc", EntryPoint = "memcpy")]
    internal static partial byte* MemCpy(byte* to, byte* from, nuint length);

    /// <summary>posix_fadvise(2). Returns the error number.</summary>
    [LibraryImport("libc", EntryPoint = "posix_fadvise")]
    internal static partial int PosixFAdvise(SafeFileHandle file, long offset, long length, int advice);
}
