using System.Runtime.InteropServices;
using Ferrite.Handles.Interop.MacOS;
using Microsoft.Win32.SafeHandles;
using static Ferrite.Handles.Interop.MacOS.Fcntl;
using UnixLibc = Ferrite.Handles.Interop.Unix.Libc;

namespace Ferrite.Handles.Internal.Beneath;

/// <summary>macOS: the walk. A directory has to be readable to be passed through, since there is no O_PATH.</summary>
internal sealed partial class MacOSDirectories : UnixDirectories
{
    internal static bool IsArm64 => RuntimeInformation.ProcessArchitecture == Architecture.Arm64;

    protected override int PassingFlags => UnixLibc.O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK;

    protected override int ReadingFlags => PassingFlags;

    protected override int NoFollowFlag => O_NOFOLLOW;

    protected override int RemoveDirectoryFlag => AT_REMOVEDIR;

    protected override int FlagsOf(FileRequest request)
    {
        int flags = O_CLOEXEC | O_NOCTTY | O_NONBLOCK | AccessOf(request.Access);
        flags |= request.Creates ? O_CREAT : 0;
        flags |= request.Mode == FileMode.CreateNew ? O_EXCL : 0;
        return flags | ((request.Options & FileOptions.WriteThrough) != FileOptions.None ? O_SYNC : 0);
    }

    protected override DirectoryError OpenBeneath(SafeFileHandle root, string name, int flags, uint mode, out SafeFileHandle handle) =>
        OpenByWalk(root, name, flags, mode, out handle);

    protected override SafeFileHandle OpenAt(SafeFileHandle parent, string name, int flags, uint mode) =>
        IsArm64 ? Libc.OpenAtArm64(parent, name, flags, 0, 0, 0, 0, 0, (nint)mode) : Libc.OpenAtX64(parent, name, flags, mode);

    protected override bool IsOfLink(ref DirectoryError error, SafeFileHandle handle, Walk walk, int flags) =>
        IsRefusedLink(error, walk, isOfDirectory: (flags & O_DIRECTORY) != 0);

    protected override DirectoryError MoveToFree(SafeFileHandle parent, string name, SafeFileHandle newParent, string newName) =>
        Libc.RenameAtX(parent, name, newParent, newName, Libc.RENAME_EXCL) == 0 ? DirectoryError.None : LastError("renameatx_np");

    protected override FailureKind Meaning(int code) => (Errno)code switch
    {
        Errno.ENOENT => FailureKind.NotFound,
        Errno.ENOTDIR => FailureKind.NotADirectory,
        Errno.EISDIR => FailureKind.IsADirectory,
        Errno.EEXIST => FailureKind.Exists,
        Errno.EACCES or Errno.EPERM or Errno.EROFS => FailureKind.Denied,
        Errno.ENAMETOOLONG => FailureKind.NameTooLong,
        Errno.ELOOP => FailureKind.TooManyLinks,
        Errno.EAGAIN => FailureKind.Moved,
        Errno.EINVAL => FailureKind.InvalidName,
        Errno.ENXIO or Errno.ENODEV => FailureKind.IsSpecial,
        Errno.ENOTSUP or Errno.EOPNOTSUPP => FailureKind.Unsupported,
        _ => FailureKind.Other,
    };
}
