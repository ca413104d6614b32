using Ferrite.Handles.Interop.Unix;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Internal.Beneath;

/// <summary>What Linux and macOS do alike: the last component by an *at call, in a directory that was opened beneath.</summary>
internal abstract partial class UnixDirectories : IDirectories
{
    /// <summary>For openat: the flags of a directory that is only to be passed through.</summary>
    protected abstract int PassingFlags { get; }

    /// <summary>For openat: the flags of a directory that is to be read.</summary>
    protected abstract int ReadingFlags { get; }

    protected abstract int NoFollowFlag { get; }

    /// <summary>For unlinkat.</summary>
    protected abstract int RemoveDirectoryFlag { get; }

    public DirectoryError OpenRoot(string path, out SafeFileHandle directory)
    {
        directory = Libc.Open(path, PassingFlags);
        return directory.IsInvalid ? LastError("open") : DirectoryError.None;
    }

    public DirectoryError OpenDirectory(SafeFileHandle root, string name, bool follow, out SafeFileHandle directory) =>
        follow ? OpenBeneath(root, name, PassingFlags, 0, out directory) : OpenDirectory(root, name, out directory);

    public DirectoryError OpenDirectory(SafeFileHandle parent, string name, out SafeFileHandle directory) =>
        OpenAt(parent, name, PassingFlags | NoFollowFlag, 0, out directory);

    public DirectoryError CreateDirectory(SafeFileHandle root, string name, UnixFileMode permissions)
    {
        DirectoryError error = ParentDirectory.Open(this, root, name, out ParentDirectory parent);
        using (parent)
        {
            return !error.IsNone ? error
                : Libc.MkDirAt(parent.Handle, parent.Last, (uint)permissions) == 0 ? DirectoryError.None
                : LastError("mkdirat");
        }
    }

    public DirectoryError CreateSymbolicLink(SafeFileHandle root, string name, string target)
    {
        DirectoryError error = ParentDirectory.Open(this, root, name, out ParentDirectory parent);
        using (parent)
        {
            return !error.IsNone ? error
                : Libc.SymlinkAt(target, parent.Handle, parent.Last) == 0 ? DirectoryError.None
                : LastError("symlinkat");
        }
    }

    public DirectoryError CreateHardLink(SafeFileHandle root, string existing, string name)
    {
        DirectoryError error = ParentDirectory.Open(this, root, existing, out ParentDirectory source);
        using (source)
        {
            if (!error.IsNone)
            {
                return error;
            }

            error = ParentDirectory.Open(this, root, name, out ParentDirectory parent);
            using (parent)
            {
                return !error.IsNone ? error
                    : Libc.LinkAt(source.Handle, source.Last, parent.Handle, parent.Last, 0) == 0 ? DirectoryError.None
                    : LastError("linkat");
            }
        }
    }

    public DirectoryError Delete(SafeFileHandle root, string name)
    {
        DirectoryError error = ParentDirectory.Open(this, root, name, out ParentDirectory parent);
        using (parent)
        {
            if (!error.IsNone || Libc.UnlinkAt(parent.Handle, parent.Last, 0) == 0)
            {
                return error;
            }

            // EISDIR on Linux; EPERM where POSIX is followed, which may mean that it is denied.
            error = LastError("unlinkat");
            if (error.Kind is not (FailureKind.IsADirectory or FailureKind.Denied))
            {
                return error;
            }

            if (Libc.UnlinkAt(parent.Handle, parent.Last, RemoveDirectoryFlag) == 0)
            {
                return DirectoryError.None;
            }

            DirectoryError ofDirectory = LastError("unlinkat");
            return ofDirectory.Kind == FailureKind.NotADirectory ? error : ofDirectory;
        }
    }

    public DirectoryError Move(SafeFileHandle root, string name, SafeFileHandle newRoot, string newName, bool overwrite)
    {
        DirectoryError error = ParentDirectory.Open(this, root, name, out ParentDirectory from);
        using (from)
        {
            if (!error.IsNone)
            {
                return error;
            }

            error = ParentDirectory.Open(this, newRoot, newName, out ParentDirectory to);
            using (to)
            {
                return !error.IsNone ? error
                    : !overwrite ? MoveToFree(from.Handle, from.Last, to.Handle, to.Last)
                    : Libc.RenameAt(from.Handle, from.Last, to.Handle, to.Last) == 0 ? DirectoryError.None
                    : LastError("renameat");
            }
        }
    }

    public abstract DirectoryError OpenReader(SafeFileHandle root, string name, out EntryReader? reader);

    public abstract DirectoryError GetMetadata(SafeFileHandle root, string name, bool follow, out EntryMetadata? metadata);

    public abstract DirectoryError GetKind(SafeFileHandle parent, string name, out EntryKind kind);

    internal static EntryKind KindOf(ushort mode) => (mode & Stat.S_IFMT) switch
    {
        Stat.S_IFREG => EntryKind.File,
        Stat.S_IFDIR => EntryKind.Directory,
        Stat.S_IFLNK => EntryKind.SymbolicLink,
        Stat.S_IFIFO => EntryKind.NamedPipe,
        Stat.S_IFSOCK => EntryKind.Socket,
        Stat.S_IFCHR => EntryKind.CharacterDevice,
        Stat.S_IFBLK => EntryKind.BlockDevice,
        _ => EntryKind.Other,
    };

    /// <summary>What an error number means where nothing else is known.</summary>
    protected abstract FailureKind Meaning(int code);

    protected abstract SafeFileHandle OpenAt(SafeFileHandle parent, string name, int flags, uint mode);

    protected abstract DirectoryError MoveToFree(SafeFileHandle parent, string name, SafeFileHandle newParent, string newName);

    /// <summary>The error of the call just made: to be read on the very next statement.</summary>
    protected DirectoryError LastError(string call)
    {
        int code = System.Runtime.InteropServices.Marshal.GetLastPInvokeError();
        return new DirectoryError(Meaning(code), call, code);
    }
}
