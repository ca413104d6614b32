using Ferrite.Mapping.Internal.Watching;
using Microsoft.Win32.SafeHandles;
using Errno = Ferrite.Handles.Interop.Linux.Errno;
using Fcntl = Ferrite.Handles.Interop.Linux.Fcntl;
using HandlesLibc = Ferrite.Handles.Interop.Linux.Libc;
using Stat = Ferrite.Handles.Interop.Unix.Stat;

namespace Ferrite.Mapping.Internal;

internal static unsafe partial class LinuxBackend
{
    private const uint Observed = HandlesLibc.STATX_BASIC_STATS | HandlesLibc.STATX_BTIME;

    internal static OSError Observe(string path, out FileObservation observation)
    {
        long now = FileObservation.Now;
        HandlesLibc.StatxBuffer status;
        // SAFETY: statx(2) writes one struct statx of 256 bytes, which lives on this stack frame.
        OSError error = HandlesLibc.Statx(-1, path, 0, Observed, &status) == 0 ? OSError.None : OSError.Last("statx");
        observation = error.IsNone ? ToObservation(status, now) : new FileObservation { LookedAt = now };
        return error.Code is (int)Errno.ENOENT or (int)Errno.ENOTDIR ? OSError.None : error;
    }

    internal static OSError Observe(SafeFileHandle file, out FileObservation observation)
    {
        long now = FileObservation.Now;
        HandlesLibc.StatxBuffer status;
        byte emptyPath = 0;
        // SAFETY: statx(2) reads a NUL-terminated path and writes one struct statx of 256 bytes; both live on this stack frame.
        int result = HandlesLibc.FStatx(file, &emptyPath, Fcntl.AT_EMPTY_PATH, Observed, &status);
        OSError error = result == 0 ? OSError.None : OSError.Last("statx");
        observation = error.IsNone ? ToObservation(status, now) : default;
        return error;
    }

    private static FileObservation ToObservation(in HandlesLibc.StatxBuffer status, long now) => new()
    {
        Exists = true,
        IsFile = (status.Mode & Stat.S_IFMT) == Stat.S_IFREG,
        Identity = new FileIdentity(
            ((ulong)status.DeviceMajor << 32) | status.DeviceMinor,
            status.Inode,
            (status.Mask & HandlesLibc.STATX_BTIME) != 0 ? ToNanoseconds(status.Born) : 0),
        Ownership = new FileOwnership(status.Mode, status.User, status.Group),
        Length = (long)status.Size,
        Modified = ToNanoseconds(status.Modified),
        Changed = ToNanoseconds(status.Changed),
        LookedAt = now,
    };

    private static long ToNanoseconds(in HandlesLibc.StatxTime time) => (time.Seconds * NanosecondsPerSecond) + time.Nanoseconds;
}
