using Ferrite.Handles.Interop.Linux;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Internal.Beneath;

internal sealed partial class LinuxDirectories
{
    private const int PermissionBits = 0xFFF;

    public override DirectoryError GetMetadata(SafeFileHandle root, string name, bool follow, out EntryMetadata? metadata)
    {
        metadata = null;
        int flags = Fcntl.O_PATH | Fcntl.O_CLOEXEC | (follow ? 0 : Fcntl.O_NOFOLLOW);
        DirectoryError error = OpenBeneath(root, name, flags, 0, out SafeFileHandle entry);
        using (entry)
        {
            if (error.IsNone)
            {
                error = Statx(entry, "", Fcntl.AT_EMPTY_PATH, Libc.STATX_BASIC_STATS | Libc.STATX_BTIME, out Libc.StatxBuffer status);
                metadata = error.IsNone ? ToMetadata(status) : null;
            }

            return error;
        }
    }

    public override DirectoryError GetKind(SafeFileHandle parent, string name, out EntryKind kind)
    {
        DirectoryError error = Statx(parent, name, Fcntl.AT_SYMLINK_NOFOLLOW, Libc.STATX_TYPE, out Libc.StatxBuffer status);
        kind = error.IsNone ? KindOf(status.Mode) : EntryKind.Other;
        return error;
    }

    protected override DirectoryError LookAt(SafeFileHandle file, out EntryKind kind, out long length)
    {
        DirectoryError error = Statx(file, "", Fcntl.AT_EMPTY_PATH, Libc.STATX_TYPE | Libc.STATX_SIZE, out Libc.StatxBuffer status);
        kind = error.IsNone ? KindOf(status.Mode) : EntryKind.Other;
        length = (long)status.Size;
        return error;
    }

    private static EntryMetadata ToMetadata(in Libc.StatxBuffer status) => new()
    {
        Kind = KindOf(status.Mode),
        Length = (long)status.Size,
        CreationTime = (status.Mask & Libc.STATX_BTIME) != 0 ? ToTime(status.Born) : null,
        LastAccessTime = ToTime(status.Accessed),
        LastWriteTime = ToTime(status.Modified),
        ChangeTime = ToTime(status.Changed),
        UnixFileMode = (UnixFileMode)(status.Mode & PermissionBits),
        Links = status.Links,
        Device = ((ulong)status.DeviceMajor << 32) | status.DeviceMinor,
        Inode = status.Inode,
    };

    private static DateTimeOffset ToTime(Libc.StatxTime time) => UnixTime.ToDateTime(time.Seconds, time.Nanoseconds);

    private unsafe DirectoryError Statx(SafeFileHandle directory, string name, int flags, uint mask, out Libc.StatxBuffer status)
    {
        fixed (Libc.StatxBuffer* address = &status)
        {
            // SAFETY: statx(2) writes one struct statx of 256 bytes, which is pinned.
            return Libc.Statx(directory, name, flags, mask, address) == 0 ? DirectoryError.None : LastError("statx");
        }
    }
}
