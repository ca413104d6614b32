using Ferrite.Mapping.Interop.Unix;
using Microsoft.Win32.SafeHandles;
using HandlesLibc = Ferrite.Handles.Interop.Unix.Libc;

namespace Ferrite.Mapping.Internal;

/// <summary>What Linux and macOS do alike with files. Each call is made again where a signal interrupted it.</summary>
internal static class UnixFiles
{
    /// <summary>
    /// Whether a file may not be that long because of RLIMIT_FSIZE: to try sends SIGXFSZ, which ends a process that does not ignore it.
    /// </summary>
    internal static unsafe bool IsPastLimit(long length)
    {
        Libc.RLimit limit;
        // SAFETY: getrlimit(2) writes one struct rlimit, which lives on this stack frame.
        return Libc.GetRLimit(Libc.RLIMIT_FSIZE, &limit) == 0 && (ulong)length > limit.Current;
    }

    internal static OSError SetLength(SafeFileHandle file, long length, int interrupted, int tooBig)
    {
        // The limit is on growing: a file that is longer already may be cut to a length above it.
        if (IsPastLimit(length) && RandomAccess.GetLength(file) < length)
        {
            return new OSError("ftruncate", tooBig);
        }

        OSError error;
        do
        {
            error = Libc.FTruncate(file, length) == 0 ? OSError.None : OSError.Last("ftruncate");
        }
        while (error.Code == interrupted);
        return error;
    }

    internal static OSError Sync(SafeFileHandle file, int interrupted)
    {
        OSError error;
        do
        {
            error = Libc.FSync(file) == 0 ? OSError.None : OSError.Last("fsync");
        }
        while (error.Code == interrupted);
        return error;
    }

    internal static OSError OpenToInspect(string path, int flags, out SafeFileHandle file)
    {
        file = HandlesLibc.Open(path, HandlesLibc.O_RDONLY | flags);
        return file.IsInvalid ? OSError.Last("open") : OSError.None;
    }

    internal static OSError SyncDirectory(string directory, int closeOnExec, int interrupted)
    {
        using SafeFileHandle handle = HandlesLibc.Open(directory, HandlesLibc.O_RDONLY | closeOnExec);
        OSError error = handle.IsInvalid ? OSError.Last("open") : OSError.None;
        return error.IsNone ? Sync(handle, interrupted) : error;
    }
}
