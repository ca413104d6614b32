using Ferrite.Handles.Interop.MacOS;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Internal.Beneath;

internal sealed partial class MacOSDirectories
{
    private const int PermissionBits = 0xFFF;

    public override DirectoryError GetMetadata(SafeFileHandle root, string name, bool follow, out EntryMetadata? metadata)
    {
        metadata = null;
        using var walk = new Walk(this, root, name);
        while (true)
        {
            DirectoryError error = walk.ToLast();
            if (!error.IsNone)
            {
                return error;
            }

            error = FStatAt(walk.Directory, walk.Last, out Libc.StatBuffer status);
            if (!error.IsNone || !follow || KindOf(status.Mode) != EntryKind.SymbolicLink)
            {
                metadata = error.IsNone ? ToMetadata(status) : null;
                return error;
            }

            error = walk.FollowLast();
            if (!error.IsNone)
            {
                return error;
            }
        }
    }

    public override DirectoryError GetKind(SafeFileHandle parent, string name, out EntryKind kind)
    {
        DirectoryError error = FStatAt(parent, name, out Libc.StatBuffer status);
        kind = error.IsNone ? KindOf(status.Mode) : EntryKind.Other;
        return error;
    }

    public override DirectoryError OpenReader(SafeFileHandle root, string name, out EntryReader? reader)
    {
        reader = null;
        DirectoryError error = OpenBeneath(root, name, ReadingFlags, 0, out SafeFileHandle directory);
        return error.IsNone ? MacOSEntryReader.Open(this, directory, out reader) : error;
    }

    /// <summary>The error of the call just made.</summary>
    internal DirectoryError ReadingError(string call) => LastError(call);

    protected override unsafe DirectoryError LookAt(SafeFileHandle file, out EntryKind kind, out long length)
    {
        Libc.StatBuffer status = default;
        // SAFETY: fstat(2) writes one struct stat of 144 bytes, on this stack frame.
        int result = IsArm64 ? Libc.FStatArm64(file, &status) : Libc.FStatX64(file, &status);
        DirectoryError error = result == 0 ? DirectoryError.None : LastError("fstat");
        kind = error.IsNone ? KindOf(status.Mode) : EntryKind.Other;
        length = status.Size;
        return error;
    }

    private unsafe DirectoryError FStatAt(SafeFileHandle parent, string name, out Libc.StatBuffer status)
    {
        fixed (Libc.StatBuffer* address = &status)
        {
            // SAFETY: fstatat(2) writes one struct stat of 144 bytes, which is pinned.
            int result = IsArm64
                ? Libc.FStatAtArm64(parent, name, address, Fcntl.AT_SYMLINK_NOFOLLOW)
                : Libc.FStatAtX64(parent, name, address, Fcntl.AT_SYMLINK_NOFOLLOW);
            return result == 0 ? DirectoryError.None : LastError("fstatat");
        }
    }

    private static EntryMetadata ToMetadata(in Libc.StatBuffer status) => new()
    {
        Kind = KindOf(status.Mode),
        Length = status.Size,
        CreationTime = UnixTime.ToDateTime(status.Born.Seconds, status.Born.Nanoseconds),
        LastAccessTime = UnixTime.ToDateTime(status.Accessed.Seconds, status.Accessed.Nanoseconds),
        LastWriteTime = UnixTime.ToDateTime(status.Modified.Seconds, status.Modified.Nanoseconds),
        ChangeTime = UnixTime.ToDateTime(status.Changed.Seconds, status.Changed.Nanoseconds),
        UnixFileMode = (UnixFileMode)(status.Mode & PermissionBits),
        Links = status.Links,
        Device = (uint)status.Device,
        Inode = status.Inode,
    };
}
