using Microsoft.Win32.SafeHandles;
using Errno = Ferrite.Handles.Interop.Linux.Errno;
using Fcntl = Ferrite.Handles.Interop.Linux.Fcntl;
using HandlesLibc = Ferrite.Handles.Interop.Linux.Libc;
using LinuxLibc = Ferrite.Mapping.Interop.Linux.Libc;
using UnixLibc = Ferrite.Mapping.Interop.Unix.Libc;

namespace Ferrite.Mapping.Internal;

/// <summary>
/// Linux with <c>vm.overcommit_memory=2</c> counts every writable private page against a limit, MAP_NORESERVE or not, so a tombstone as
/// large as the file may be refused. There it is a shared map of one memfd, whose pages count only once they are written. See proc(5).
/// </summary>
internal static unsafe class StrictOvercommit
{
    /// <summary>1 MiB, in blocks of 512 bytes.</summary>
    private const ulong TrimAfterBlocks = 2048;

    private static readonly Lazy<SafeFileHandle?> ZeroFile = new(CreateZeroFile);

    internal static bool IsOn { get; } = Read();

    /// <summary>Replaces pages by pages of the memfd, atomically.</summary>
    internal static bool Plant(nint start, nuint size)
    {
        if (ZeroFile.Value is not { } file)
        {
            return false;
        }

        // SAFETY: mmap(2) with MAP_FIXED on addresses of our own region; the file is longer than any region, so no page is past its end.
        nint mapped = UnixLibc.MMap((void*)start, size, UnixLibc.PROT_READ | UnixLibc.PROT_WRITE, UnixLibc.MAP_SHARED | UnixLibc.MAP_FIXED, file, 0);
        return mapped != UnixLibc.MAP_FAILED;
    }

    /// <summary>
    /// Gives back what was stored in the memfd's pages, or only read from them, once it is worth a call. All tombstones share them: in
    /// those that are still in use, too, they are zeros again.
    /// </summary>
    internal static void Trim()
    {
        if (!ZeroFile.IsValueCreated || ZeroFile.Value is not { } file)
        {
            return;
        }

        HandlesLibc.StatxBuffer status;
        byte emptyPath = 0;
        // SAFETY: statx(2) reads a NUL-terminated path and writes one struct statx of 256 bytes; both live on this stack frame.
        int result = HandlesLibc.FStatx(file, &emptyPath, Fcntl.AT_EMPTY_PATH, HandlesLibc.STATX_BLOCKS, &status);
        if (result == 0 && status.Blocks >= TrimAfterBlocks)
        {
            _ = LinuxLibc.FAllocate(file, LinuxLibc.FALLOC_FL_PUNCH_HOLE | LinuxLibc.FALLOC_FL_KEEP_SIZE, 0, PageMath.MaxLength);
        }
    }

    /// <summary>For the fault guard, which plants pages too: the memfd's number, or −1 where anonymous pages will do.</summary>
    // SAFETY: the memfd is open for as long as the process: nothing disposes of it, and a static field keeps it from the collector.
    internal static int PlantFrom => IsOn && ZeroFile.Value is { } file ? (int)file.DangerousGetHandle() : -1;

    private static bool Read()
    {
        try
        {
            return File.ReadAllText("/proc/sys/vm/overcommit_memory").AsSpan().Trim() is "2";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static SafeFileHandle? CreateZeroFile()
    {
        int descriptor = LinuxLibc.MemFdCreate("ferrite-tombstone", LinuxLibc.MFD_CLOEXEC);
        if (descriptor < 0)
        {
            return null;
        }

        var file = new SafeFileHandle(descriptor, ownsHandle: true);
        return UnixFiles.SetLength(file, PageMath.MaxLength * 2, (int)Errno.EINTR, (int)Errno.EFBIG).IsNone ? file : null;
    }
}
