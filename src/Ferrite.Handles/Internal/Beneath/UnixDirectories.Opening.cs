using Ferrite.Handles.Interop.Unix;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Internal.Beneath;

internal abstract partial class UnixDirectories
{
    private const int LinkBytes = 4096;

    public DirectoryError OpenFile(SafeFileHandle root, string name, FileRequest request, out SafeFileHandle file)
    {
        DirectoryError error = OpenBeneath(root, name, FlagsOf(request), request.Creates ? (uint)request.Permissions : 0, out file);
        if (error.IsNone)
        {
            error = Settle(file, request);
        }

        if (!error.IsNone)
        {
            file.Dispose();
        }

        return error;
    }

    public unsafe DirectoryError ReadLink(SafeFileHandle parent, string name, out string target)
    {
        byte[] buffer = new byte[LinkBytes];
        nint length;
        // SAFETY: readlinkat(2) writes at most the given number of bytes to the buffer.
        fixed (byte* address = buffer)
        {
            length = Libc.ReadLinkAt(parent, name, address, LinkBytes);
        }

        DirectoryError error = length < 0 ? LastError("readlinkat") : DirectoryError.None;
        target = error.IsNone ? UnixName.Decode(buffer.AsSpan(0, (int)length)) : "";
        // EINVAL: it is none.
        return error.Kind == FailureKind.InvalidName ? error with { Kind = FailureKind.IsNoLink } : error;
    }

    protected abstract int FlagsOf(FileRequest request);

    /// <summary>Opens what a name means beneath the root; a link at the end is followed unless the flags say otherwise.</summary>
    protected abstract DirectoryError OpenBeneath(SafeFileHandle root, string name, int flags, uint mode, out SafeFileHandle handle);

    /// <summary>The same by a walk.</summary>
    protected DirectoryError OpenByWalk(SafeFileHandle root, string name, int flags, uint mode, out SafeFileHandle handle)
    {
        bool follows = (flags & NoFollowFlag) == 0;
        using var walk = new Walk(this, root, name);
        while (true)
        {
            DirectoryError error = walk.ToLast();
            if (!error.IsNone)
            {
                handle = new SafeFileHandle();
                return error;
            }

            error = OpenAt(walk.Directory, walk.Last, flags | NoFollowFlag, mode, out handle);
            if (!follows || !IsOfLink(ref error, handle, walk, flags))
            {
                return error;
            }

            handle.Dispose();
            error = walk.FollowLast();
            if (!error.IsNone)
            {
                return error;
            }
        }
    }

    protected DirectoryError OpenAt(SafeFileHandle parent, string name, int flags, uint mode, out SafeFileHandle handle)
    {
        handle = OpenAt(parent, name, flags, mode);
        return handle.IsInvalid ? LastError("openat") : DirectoryError.None;
    }

    /// <summary>Whether it was a link that was opened, or not opened.</summary>
    protected abstract bool IsOfLink(ref DirectoryError error, SafeFileHandle handle, Walk walk, int flags);

    /// <summary>Of what is opened without following: ELOOP of a file that is a link; of a directory also ENOTDIR, which is looked into.</summary>
    protected bool IsRefusedLink(DirectoryError error, Walk walk, bool isOfDirectory) =>
        error.Kind == FailureKind.TooManyLinks
        || (error.Kind == FailureKind.NotADirectory && isOfDirectory
            && GetKind(walk.Directory, walk.Last, out EntryKind last).IsNone && last is EntryKind.SymbolicLink or EntryKind.Directory);

    protected static int AccessOf(FileAccess access) => access switch
    {
        FileAccess.Read => Libc.O_RDONLY,
        FileAccess.Write => Libc.O_WRONLY,
        _ => Libc.O_RDWR,
    };

    /// <summary>After the opening: only regular files, with the lock that stands for the share mode, empty where they are to be.</summary>
    private DirectoryError Settle(SafeFileHandle file, FileRequest request)
    {
        // What is new is a regular file.
        long length = 0;
        if (request.Mode != FileMode.CreateNew)
        {
            DirectoryError error = LookAt(file, out EntryKind kind, out length);
            if (!error.IsNone)
            {
                return error;
            }

            if (kind != EntryKind.File)
            {
                return new DirectoryError(kind == EntryKind.Directory ? FailureKind.IsADirectory : FailureKind.IsSpecial, "open");
            }
        }

        // As the BCL does, which takes any other error for a file system without locks.
        if (Libc.FLock(file, (request.Share == FileShare.None ? Libc.LOCK_EX : Libc.LOCK_SH) | Libc.LOCK_NB) != 0
            && LastError("flock") is { Kind: FailureKind.Moved } locked)
        {
            return locked with { Kind = FailureKind.IsShared };
        }

        if (request.Empties && length != 0)
        {
            RandomAccess.SetLength(file, 0);
        }

        return DirectoryError.None;
    }

    /// <summary>An open file's kind and length.</summary>
    protected abstract DirectoryError LookAt(SafeFileHandle file, out EntryKind kind, out long length);
}
