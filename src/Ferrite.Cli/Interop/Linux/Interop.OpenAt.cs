using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Cli.Interop.Linux;

internal static unsafe partial class Libc
{
    internal const int AT_FDCWD = -100;

    internal const int O_RDONLY = 0;
    internal const int O_NOCTTY = 0x100;
    internal const int O_NONBLOCK = 0x800;
    internal const int O_CLOEXEC = 0x80000;

    /// <summary>One of the few flags that an architecture has at a place of its own.</summary>
    internal static int O_NOFOLLOW => RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? 0x8000 : 0x20000;

    /// <summary>openat(2): <paramref name="path"/> is NUL-terminated.</summary>
    [LibraryImport("libc", EntryPoint = "openat", SetLastError = true)]
    internal static partial SafeFileHandle OpenAt(SafeFileHandle directory, byte* path, int flags);

    /// <summary>openat(2) from the working directory: <see cref="AT_FDCWD"/>.</summary>
    [LibraryImport("libc", EntryPoint = "openat", SetLastError = true)]
    internal static partial SafeFileHandle OpenAt(int workingDirectory, byte* path, int flags);
}
