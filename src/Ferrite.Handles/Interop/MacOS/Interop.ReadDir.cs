using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Interop.MacOS;

internal static unsafe partial class Libc
{
    // struct dirent with 64-bit inodes: where its fields lie. The name is NUL-terminated.
    internal const int ReadDirTypeOffset = 20;
    internal const int ReadDirNameOffset = 21;

    /// <summary>A copy of a descriptor, for fdopendir(3), which keeps what it is given.</summary>
    [LibraryImport("libc", EntryPoint = "dup", SetLastError = true)]
    internal static partial int Dup(SafeFileHandle file);

    /// <summary>fdopendir(3), on x64 the one with 64-bit inodes.</summary>
    [LibraryImport("libc", EntryPoint = "fdopendir$INODE64", SetLastError = true)]
    internal static partial nint FDOpenDirX64(int descriptor);

    /// <summary>fdopendir(3), where there are no others than 64-bit inodes.</summary>
    [LibraryImport("libc", EntryPoint = "fdopendir", SetLastError = true)]
    internal static partial nint FDOpenDirArm64(int descriptor);

    /// <summary>readdir(3), on x64 the one with 64-bit inodes. Null at the end, where errno stays 0.</summary>
    [LibraryImport("libc", EntryPoint = "readdir$INODE64", SetLastError = true)]
    internal static partial byte* ReadDirX64(nint directory);

    /// <summary>readdir(3), where there are no others than 64-bit inodes.</summary>
    [LibraryImport("libc", EntryPoint = "readdir", SetLastError = true)]
    internal static partial byte* ReadDirArm64(nint directory);

    /// <summary>closedir(3).</summary>
    [LibraryImport("libc", EntryPoint = "closedir")]
    internal static partial int CloseDir(nint directory);
}
