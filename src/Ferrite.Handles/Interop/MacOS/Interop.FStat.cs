using System.Runtime.InteropServices;

namespace Ferrite.Handles.Interop.MacOS;

internal static unsafe partial class Libc
{
    /// <summary>struct stat as far as it is used, with 64-bit inodes.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 144)]
    internal struct FStatBuffer
    {
        [FieldOffset(0)] internal int Device;
        [FieldOffset(4)] internal ushort Mode;
        [FieldOffset(8)] internal ulong Inode;
        [FieldOffset(80)] internal long BornSeconds;
    }

    /// <summary>fstat(2), for Arm64.</summary>
    [LibraryImport("libc", EntryPoint = "fstat", SetLastError = true)]
    internal static partial int FStatArm64(int file, FStatBuffer* result);

    /// <summary>fstat(2), for x64, where the plain name is of 32-bit inodes.</summary>
    [LibraryImport("libc", EntryPoint = "fstat$INODE64", SetLastError = true)]
    internal static partial int FStatX64(int file, FStatBuffer* result);
}
