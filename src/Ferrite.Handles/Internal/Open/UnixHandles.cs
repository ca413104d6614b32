using Ferrite.Handles.Interop;
using Ferrite.Handles.Interop.Unix;

namespace Ferrite.Handles.Internal.Open;

/// <summary>What Linux and macOS do alike.</summary>
internal static class UnixHandles
{
    /// <summary>Descriptors 0 to 2 mean something of their own: a duplicate never takes their place.</summary>
    internal const int FirstDuplicate = 3;

    internal static OSError Close(nint number) => Libc.Close((int)number) == 0 ? OSError.None : OSError.Last("close");

    internal static FileAccess AccessOf(int flags) => (flags & Libc.O_ACCMODE) switch
    {
        Libc.O_RDWR => FileAccess.ReadWrite,
        Libc.O_WRONLY => FileAccess.Write,
        _ => FileAccess.Read,
    };

    internal static string KindOf(ushort mode) => (mode & Stat.S_IFMT) switch
    {
        Stat.S_IFREG => "file",
        Stat.S_IFDIR => HandleKinds.Directory,
        Stat.S_IFIFO => "pipe",
        Stat.S_IFSOCK => HandleKinds.Socket,
        Stat.S_IFCHR => "character device",
        Stat.S_IFBLK => "block device",
        Stat.S_IFLNK => "link",
        _ => "",
    };
}
