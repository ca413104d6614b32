using System.Runtime.InteropServices;

namespace Ferrite.Handles.Interop.Linux;

/// <summary>Linux's own values in &lt;fcntl.h&gt;, as on x64, Arm64, RISC-V and LoongArch.</summary>
internal static class Fcntl
{
    internal const int O_CREAT = 0x40;
    internal const int O_EXCL = 0x80;
    internal const int O_NOCTTY = 0x100;
    internal const int O_NONBLOCK = 0x800;
    internal const int O_CLOEXEC = 0x80000;
    internal const int O_SYNC = 0x101000;
    internal const int O_PATH = 0x200000;

    internal const int AT_SYMLINK_NOFOLLOW = 0x100;
    internal const int AT_REMOVEDIR = 0x200;
    internal const int AT_EMPTY_PATH = 0x1000;

    /// <summary>One of the few flags that Arm64 has at a place of its own.</summary>
    internal static int O_DIRECTORY => RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? 0x4000 : 0x10000;

    /// <summary>The other one.</summary>
    internal static int O_NOFOLLOW => RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? 0x8000 : 0x20000;
}
