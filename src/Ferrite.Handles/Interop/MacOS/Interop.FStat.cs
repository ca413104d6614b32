using System.Runtime.InteropServices;

namespace Ferrite.Handles.Interop.MacOS;

internal static unsafe partial class Libc
{
    /// <summary>fstat(2) by a number, for Arm64.</summary>
    [LibraryImport("libc", EntryPoint = "fstat", SetLastError = true)]
    internal static partial int FStatArm64(int file, StatBuffer* result);

    /// <summary>fstat(2) by a number, for x64, where the plain name is of 32-bit inodes.</summary>
    [LibraryImport("libc", EntryPoint = "fstat$INODE64", SetLastError = true)]
    internal static partial int FStatX64(int file, StatBuffer* result);
}
