namespace Ferrite.Handles.Interop.MacOS;

/// <summary>macOS's own values in &lt;fcntl.h&gt;.</summary>
internal static class Fcntl
{
    internal const int O_NONBLOCK = 0x4;
    internal const int O_SYNC = 0x80;
    internal const int O_NOFOLLOW = 0x100;
    internal const int O_CREAT = 0x200;
    internal const int O_EXCL = 0x800;
    internal const int O_NOCTTY = 0x20000;
    internal const int O_DIRECTORY = 0x100000;
    internal const int O_CLOEXEC = 0x1000000;

    internal const int AT_SYMLINK_NOFOLLOW = 0x20;
    internal const int AT_REMOVEDIR = 0x80;
}
