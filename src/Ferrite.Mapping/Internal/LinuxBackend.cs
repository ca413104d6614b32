using Ferrite.Mapping.Interop.Linux;
using Microsoft.Win32.SafeHandles;
using Errno = Ferrite.Handles.Interop.Linux.Errno;
using Fcntl = Ferrite.Handles.Interop.Linux.Fcntl;
using HandlesLibc = Ferrite.Handles.Interop.Linux.Libc;
using Stat = Ferrite.Handles.Interop.Unix.Stat;
using UnixLibc = Ferrite.Mapping.Interop.Unix.Libc;

namespace Ferrite.Mapping.Internal;

/// <summary>Linux: x64, Arm64, RISC-V, LoongArch.</summary>
internal static unsafe partial class LinuxBackend
{
    internal static OSError GetLength(SafeFileHandle file, out long length) => GetLength(file, out length, out _);

    /// <summary>And bytes of a block, which on hugetlbfs is a page; elsewhere mostly one of the OS's own.</summary>
    internal static OSError GetLength(SafeFileHandle file, out long length, out long blockSize)
    {
        HandlesLibc.StatxBuffer status;
        byte emptyPath = 0;
        // SAFETY: statx(2) reads a NUL-terminated path and writes one struct statx of 256 bytes; both live on this stack frame.
        int result = HandlesLibc.FStatx(file, &emptyPath, Fcntl.AT_EMPTY_PATH, HandlesLibc.STATX_TYPE | HandlesLibc.STATX_SIZE, &status);
        OSError error = result == 0 ? OSError.None : OSError.Last("statx");
        length = (long)status.Size;
        blockSize = status.BlockSize;
        return error.IsNone && (status.Mode & Stat.S_IFMT) != Stat.S_IFREG ? new OSError("mmap", (int)Errno.ENODEV) : error;
    }

    /// <summary>What statx(2) can't tell either, opening will.</summary>
    internal static OSError RefuseSpecial(string path)
    {
        HandlesLibc.StatxBuffer status;
        // SAFETY: statx(2) writes one struct statx of 256 bytes, which lives on this stack frame.
        int result = HandlesLibc.Statx(-1, path, 0, HandlesLibc.STATX_TYPE, &status);
        return result == 0 && (status.Mode & Stat.S_IFMT) is not (Stat.S_IFREG or Stat.S_IFDIR)
            ? new OSError("mmap", (int)Errno.ENODEV)
            : OSError.None;
    }

    internal static OSError SetLength(SafeFileHandle file, long length) => UnixFiles.SetLength(file, length, (int)Errno.EINTR, (int)Errno.EFBIG);

    internal static OSError Preallocate(SafeFileHandle file, long offset, long length)
    {
        if (UnixFiles.IsPastLimit(offset + length))
        {
            return new OSError("posix_fallocate", (int)Errno.EFBIG);
        }

        int code;
        do
        {
            code = Libc.PosixFAllocate(file, offset, length);
        }
        while (code == (int)Errno.EINTR);
        return code == 0 ? OSError.None : new OSError("posix_fallocate", code);
    }

    internal static OSError Map(SafeFileHandle file, MapMode mode, long length, long capacity, long alignment, out AddressRange range) =>
        UnixMemory.Map(file, mode, capacity, alignment, Mman.MAP_ANONYMOUS, Mman.MAP_NORESERVE, out range);

    internal static bool IsOutOfMemory(int code) => code is (int)Errno.ENOMEM or (int)Errno.EAGAIN;

    internal static void Tombstone(in AddressRange range, long from)
    {
        nint start = range.Base + (nint)from;
        nuint size = (nuint)(range.Capacity - from);
        if (size != 0 && (StrictOvercommit.IsOn || !UnixMemory.Plant(start, size, Mman.MAP_ANONYMOUS, Mman.MAP_NORESERVE)))
        {
            StrictOvercommit.Plant(start, size);
        }
    }

    internal static void Release(in AddressRange range)
    {
        if (StrictOvercommit.IsOn)
        {
            StrictOvercommit.Trim();
        }

        RangePool.Shared.Add(range);
    }

    internal static OSError Flush(SafeFileHandle file, nint address, nuint length, FlushLevel level) =>
        UnixMemory.Sync(address, length, level == FlushLevel.Durable ? Mman.MS_SYNC : Mman.MS_ASYNC, (int)Errno.EINTR);

    internal static OSError SyncFile(SafeFileHandle file) => UnixFiles.Sync(file, (int)Errno.EINTR);

    internal static OSError SyncDirectory(string directory) => UnixFiles.SyncDirectory(directory, Fcntl.O_CLOEXEC, (int)Errno.EINTR);

    internal static OSError OpenToInspect(string path, out SafeFileHandle file) =>
        UnixFiles.OpenToInspect(path, Fcntl.O_CLOEXEC | Fcntl.O_NONBLOCK | Fcntl.O_NOCTTY, out file);

    /// <summary>
    /// Any failure means "can't": ENOSYS before 6.5, EOPNOTSUPP from hugetlbfs, EPERM from newer kernels for a file that the caller
    /// neither owns nor may write, but also from a seccomp filter that doesn't know the call.
    /// </summary>
    internal static bool TryCountResident(SafeFileHandle file, long firstPage, long pages, out long resident)
    {
        ulong page = (ulong)PageMath.PageSize;
        var range = new Libc.CacheStatRange { Offset = (ulong)firstPage * page, Length = (ulong)pages * page };
        Libc.CacheStatCounts counts;
        // SAFETY: cachestat(2) reads one struct cachestat_range and writes one struct cachestat; both live on this stack frame.
        nint result = Libc.CacheStat(Libc.SYS_cachestat, file, &range, &counts, 0);
        resident = result == 0 ? (long)counts.Cached : 0;
        return result == 0;
    }

    /// <summary>
    /// PROT_NONE, so that under mlockall(MCL_FUTURE) the mapping doesn't bring in the pages that it is to ask about; mincore(2) answers
    /// for it all the same.
    /// </summary>
    internal static OSError GetResidency(SafeFileHandle file, long firstPage, Span<byte> pages) =>
        UnixMemory.GetResidency(file, firstPage, pages, UnixLibc.PROT_NONE);

    /// <summary>Not every file system lets its files be mapped.</summary>
    internal static bool IsResidencyUnknown(int code) => code is (int)Errno.ENODEV;
}
