using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Interop.MacOS;

internal static unsafe partial class Libc
{
    internal const int F_PREALLOCATE = 42;
    internal const int F_RDADVISE = 44;
    internal const int F_FULLFSYNC = 51;
    internal const uint F_ALLOCATEALL = 4;
    internal const int F_PEOFPOSMODE = 3;

    /// <summary>fstore_t of fcntl(2).</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct FStore
    {
        internal uint Flags;
        internal int PosMode;
        internal long Offset;
        internal long Length;
        internal long BytesAllocated;
    }

    /// <summary>struct radvisory of fcntl(2).</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct RAdvisory
    {
        internal long Offset;
        internal int Count;
    }

    // fcntl takes its third argument as a variadic one. On Arm64 Apple passes those on the stack, where a P/Invoke puts the ninth
    // argument and those after it: six more named ones fill the registers. x64 ignores what the callee does not read.

    /// <summary>fcntl(2) without a third argument.</summary>
    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    internal static partial int FCntl(SafeFileHandle file, int command);

    /// <summary>fcntl(2) with a pointer, for Arm64.</summary>
    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    internal static partial int FCntlArm64(
        SafeFileHandle file, int command, nint x2, nint x3, nint x4, nint x5, nint x6, nint x7, void* argument);

    /// <summary>fcntl(2) with a pointer, for x64.</summary>
    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    internal static partial int FCntlX64(SafeFileHandle file, int command, void* argument);
}
