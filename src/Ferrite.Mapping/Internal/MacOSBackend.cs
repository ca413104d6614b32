using System.Runtime.InteropServices;
using Ferrite.Mapping.Interop.MacOS;
using Microsoft.Win32.SafeHandles;
using Errno = Ferrite.Handles.Interop.MacOS.Errno;
using Fcntl = Ferrite.Handles.Interop.MacOS.Fcntl;

namespace Ferrite.Mapping.Internal;

/// <summary>
/// macOS: x64 and Arm64. Compiled, and reviewed against Apple's headers and man pages; never run. Without the fault guard
/// (<see cref="FaultGuardLibrary"/>): a page that is lost ends the process.
/// </summary>
internal static unsafe partial class MacOSBackend
{
    /// <summary>The BCL asks fstat(2); it refuses what has no position, pipes and sockets. Other special files fail at mmap.</summary>
    internal static OSError GetLength(SafeFileHandle file, out long length)
    {
        try
        {
            length = RandomAccess.GetLength(file);
            return OSError.None;
        }
        catch (NotSupportedException)
        {
            length = 0;
            return new OSError("mmap", (int)Errno.ENODEV);
        }
    }

    /// <summary>Opened without waiting, and asked for its length.</summary>
    internal static OSError RefuseSpecial(string path)
    {
        if (!OpenToInspect(path, out SafeFileHandle file).IsNone)
        {
            return OSError.None;
        }

        using (file)
        {
            return GetLength(file, out _);
        }
    }

    internal static OSError SetLength(SafeFileHandle file, long length) => UnixFiles.SetLength(file, length, (int)Errno.EINTR, (int)Errno.EFBIG);

    /// <summary>
    /// macOS has no posix_fallocate(3). F_PREALLOCATE takes that many bytes more from the file's physical end on, which is where the range
    /// begins as long as the length has not been set: on HFS+ that takes blocks too, and they would be taken twice.
    /// </summary>
    internal static OSError Preallocate(SafeFileHandle file, long offset, long length)
    {
        var store = new Libc.FStore { Flags = Libc.F_ALLOCATEALL, PosMode = Libc.F_PEOFPOSMODE, Length = length };
        // SAFETY: fcntl(2) F_PREALLOCATE reads and writes one fstore_t, which lives on this stack frame.
        int result = RuntimeInformation.ProcessArchitecture == Architecture.Arm64
            ? Libc.FCntlArm64(file, Libc.F_PREALLOCATE, 0, 0, 0, 0, 0, 0, &store)
            : Libc.FCntlX64(file, Libc.F_PREALLOCATE, &store);
        return result == -1 ? OSError.Last("fcntl(F_PREALLOCATE)") : OSError.None;
    }

    internal static OSError Map(SafeFileHandle file, MapMode mode, long length, long capacity, long alignment, out AddressRange range) =>
        UnixMemory.Map(file, mode, capacity, alignment, Mman.MAP_ANON, Mman.MAP_NORESERVE, out range);

    internal static bool IsOutOfMemory(int code) => code is (int)Errno.ENOMEM or (int)Errno.EAGAIN;

    internal static void Tombstone(in AddressRange range, long from)
    {
        if (range.Capacity > from)
        {
            UnixMemory.Plant(range.Base + (nint)from, (nuint)(range.Capacity - from), Mman.MAP_ANON, Mman.MAP_NORESERVE);
        }
    }

    internal static void Release(in AddressRange range) => RangePool.Shared.Add(range);

    internal static OSError Flush(SafeFileHandle file, nint address, nuint length, FlushLevel level)
    {
        bool durable = level == FlushLevel.Durable;
        OSError error = UnixMemory.Sync(address, length, durable ? Mman.MS_SYNC : Mman.MS_ASYNC, (int)Errno.EINTR);
        return durable && error.IsNone ? SyncFile(file) : error;
    }

    /// <summary>
    /// fsync(2) leaves data in the drive's cache; fcntl(2) F_FULLFSYNC does not. File systems that lack it (network ones) say so by one of
    /// several errors and get fsync; any other error is a failed write.
    /// </summary>
    internal static OSError SyncFile(SafeFileHandle file)
    {
        OSError error = Libc.FCntl(file, Libc.F_FULLFSYNC) == -1 ? OSError.Last("fcntl(F_FULLFSYNC)") : OSError.None;
        return error.Code is (int)Errno.ENOTSUP or (int)Errno.EOPNOTSUPP or (int)Errno.EINVAL or (int)Errno.ENOTTY
            ? UnixFiles.Sync(file, (int)Errno.EINTR)
            : error;
    }

    internal static OSError SyncDirectory(string directory)
    {
        OSError error = UnixFiles.OpenToInspect(directory, Fcntl.O_CLOEXEC, out SafeFileHandle handle);
        using (handle)
        {
            return error.IsNone ? SyncFile(handle) : error;
        }
    }

    internal static OSError OpenToInspect(string path, out SafeFileHandle file) =>
        UnixFiles.OpenToInspect(path, Fcntl.O_CLOEXEC | Fcntl.O_NONBLOCK | Fcntl.O_NOCTTY, out file);

    /// <summary>macOS counts for nobody.</summary>
    internal static bool TryCountResident(SafeFileHandle file, long firstPage, long pages, out long resident)
    {
        resident = 0;
        return false;
    }

    internal static OSError GetResidency(SafeFileHandle file, long firstPage, Span<byte> pages) =>
        UnixMemory.GetResidency(file, firstPage, pages, Interop.Unix.Libc.PROT_READ);

    internal static bool IsResidencyUnknown(int code) => code is (int)Errno.ENODEV or (int)Errno.ENOTSUP;
}
