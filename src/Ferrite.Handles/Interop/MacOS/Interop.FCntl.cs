using System.Runtime.InteropServices;

namespace Ferrite.Handles.Interop.MacOS;

internal static partial class Libc
{
    internal const int F_GETFD = 1;
    internal const int F_GETFL = 3;
    internal const int F_DUPFD_CLOEXEC = 67;

    // fcntl takes its third argument as a variadic one. On Arm64 Apple passes those on the stack, where a P/Invoke puts the ninth
    // argument and those after it: six more named ones fill the registers. x64 ignores what the callee does not read.

    /// <summary>fcntl(2) with an int, or none, for Arm64.</summary>
    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    internal static partial int FCntlArm64(int file, int command, nint x2, nint x3, nint x4, nint x5, nint x6, nint x7, nint argument);

    /// <summary>fcntl(2) with an int, or none, for x64.</summary>
    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    internal static partial int FCntlX64(int file, int command, nint argument);
}
