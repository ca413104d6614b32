using Ferrite.Handles.Interop.Linux;
using Microsoft.Win32.SafeHandles;
using static Ferrite.Handles.Interop.Linux.Fcntl;
using UnixLibc = Ferrite.Handles.Interop.Unix.Libc;

namespace Ferrite.Handles.Internal.Beneath;

/// <summary>Linux: openat2(2), and where that is missing or refused, the walk.</summary>
internal sealed partial class LinuxDirectories : UnixDirectories
{
    private const int PathMax = 4096;

    protected override int PassingFlags => O_PATH | O_DIRECTORY | O_CLOEXEC;

    protected override int ReadingFlags => UnixLibc.O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY;

    protected override int NoFollowFlag => O_NOFOLLOW;

    protected override int RemoveDirectoryFlag => AT_REMOVEDIR;

    /// <summary>A pipe that was put there must not hold the opener up: O_NONBLOCK, which regular files do not mind.</summary>
    protected override int FlagsOf(FileRequest request)
    {
        int flags = O_CLOEXEC | O_NOCTTY | O_NONBLOCK | AccessOf(request.Access);
        flags |= request.Creates ? O_CREAT : 0;
        flags |= request.Mode == FileMode.CreateNew ? O_EXCL : 0;
        return flags | ((request.Options & FileOptions.WriteThrough) != FileOptions.None ? O_SYNC : 0);
    }

    protected override SafeFileHandle OpenAt(SafeFileHandle parent, string name, int flags, uint mode) => Libc.OpenAt(parent, name, flags, mode);

    /// <summary>With O_PATH alone links are opened.</summary>
    protected override bool IsOfLink(ref DirectoryError error, SafeFileHandle handle, Walk walk, int flags)
    {
        if (!error.IsNone || (flags & (O_PATH | O_DIRECTORY)) != O_PATH)
        {
            return IsRefusedLink(error, walk, isOfDirectory: (flags & O_DIRECTORY) != 0);
        }

        error = LookAt(handle, out EntryKind kind, out _);
        return kind == EntryKind.SymbolicLink;
    }

    protected override DirectoryError MoveToFree(SafeFileHandle parent, string name, SafeFileHandle newParent, string newName)
    {
        if (Libc.RenameAt2(Libc.SYS_renameat2, parent, name, newParent, newName, Libc.RENAME_NOREPLACE) == 0)
        {
            return DirectoryError.None;
        }

        // EINVAL also where a directory would come into itself, which a move that may overwrite tells apart.
        DirectoryError error = LastError("renameat2");
        return error.Code is (int)Errno.EINVAL or (int)Errno.ENOSYS ? error with { Kind = FailureKind.Unsupported } : error;
    }

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
        // A pipe without a reader, a device without a driver.
        Errno.ENXIO or Errno.ENODEV => FailureKind.IsSpecial,
        Errno.EOPNOTSUPP => FailureKind.Unsupported,
        _ => FailureKind.Other,
    };
}
