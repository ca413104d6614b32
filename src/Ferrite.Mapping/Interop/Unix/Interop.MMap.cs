using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Interop.Unix;

internal static unsafe partial class Libc
{
    internal const int PROT_NONE = 0;
    internal const int PROT_READ = 1;
    internal const int PROT_WRITE = 2;

    internal const int MAP_SHARED = 0x01;
    internal const int MAP_PRIVATE = 0x02;
    internal const int MAP_FIXED = 0x10;
    internal const nint MAP_FAILED = -1;

    /// <summary>mmap(2) of a file. Returns <see cref="MAP_FAILED"/> and sets errno on failure.</summary>
    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    internal static partial nint MMap(void* address, nuint length, int protection, int flags, SafeFileHandle file, long offset);

    /// <summary>mmap(2) without a file: <paramref name="noFile"/> is −1.</summary>
    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    internal static partial nint MMapAnonymous(void* address, nuint length, int protection, int flags, int noFile, long offset);
}
