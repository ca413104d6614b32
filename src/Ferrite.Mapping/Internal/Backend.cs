using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Internal;

/// <summary>
/// The OS, chosen here and nowhere else. Every method forwards to the class of the same shape for this platform; the tests are JIT
/// constants, so nothing is left of the choice in compiled code.
/// </summary>
internal static partial class Backend
{
    /// <summary>asm-generic's constants hold on these; 32-bit address spaces are too small for the idea.</summary>
    private static bool IsLinux => OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture
        is Architecture.X64 or Architecture.Arm64 or Architecture.RiscV64 or Architecture.LoongArch64;

    private static bool IsMacOS => OperatingSystem.IsMacOS();

    private static bool IsWindows => OperatingSystem.IsWindows() && Environment.Is64BitProcess;

    /// <summary>
    /// Whether mapped memory can't be replaced in place, so that every access must be counted to keep its addresses from being unmapped.
    /// </summary>
    internal static bool CountsAccess => OperatingSystem.IsWindows();

    /// <summary>The file's length in bytes; fails for what is not a regular file.</summary>
    internal static OSError GetLength(SafeFileHandle file, out long length) =>
        IsLinux ? LinuxBackend.GetLength(file, out length)
        : IsMacOS ? MacOSBackend.GetLength(file, out length)
        : IsWindows ? WindowsBackend.GetLength(file, out length)
        : UnsupportedBackend.GetLength(file, out length);

    /// <summary>
    /// An error for a path (a full one) that is neither a regular file nor a directory: to open a pipe may wait for its other end for ever.
    /// What changes between this look and the opening is found by <see cref="GetLength"/>, or waits.
    /// </summary>
    internal static OSError RefuseSpecial(string path) =>
        IsLinux ? LinuxBackend.RefuseSpecial(path)
        : IsMacOS ? MacOSBackend.RefuseSpecial(path)
        : IsWindows ? WindowsBackend.RefuseSpecial(path)
        : UnsupportedBackend.RefuseSpecial(path);

    internal static OSError SetLength(SafeFileHandle file, long length) =>
        IsLinux ? LinuxBackend.SetLength(file, length)
        : IsMacOS ? MacOSBackend.SetLength(file, length)
        : IsWindows ? WindowsBackend.SetLength(file, length)
        : UnsupportedBackend.SetLength(file, length);

    /// <summary>Takes disk blocks for the range, which begins at the file's end; the length may change with that, or not.</summary>
    internal static OSError Preallocate(SafeFileHandle file, long offset, long length) =>
        IsLinux ? LinuxBackend.Preallocate(file, offset, length)
        : IsMacOS ? MacOSBackend.Preallocate(file, offset, length)
        : IsWindows ? WindowsBackend.Preallocate(file, offset, length)
        : UnsupportedBackend.Preallocate(file, offset, length);

    /// <summary>
    /// Maps the file from its beginning over <paramref name="capacity"/> bytes, past its end if that is more, at a multiple of
    /// <paramref name="alignment"/>; the header is zero.
    /// </summary>
    internal static OSError Map(SafeFileHandle file, MapMode mode, long length, long capacity, long alignment, out AddressRange range) =>
        IsLinux ? LinuxBackend.Map(file, mode, length, capacity, alignment, out range)
        : IsMacOS ? MacOSBackend.Map(file, mode, length, capacity, alignment, out range)
        : IsWindows ? WindowsBackend.Map(file, mode, length, capacity, alignment, out range)
        : UnsupportedBackend.Map(file, mode, length, capacity, alignment, out range);

    /// <summary>Whether the error means that address space, memory or map entries ran out.</summary>
    internal static bool IsOutOfMemory(OSError error) => !error.IsNone && (
        IsLinux ? LinuxBackend.IsOutOfMemory(error.Code)
        : IsMacOS ? MacOSBackend.IsOutOfMemory(error.Code)
        : IsWindows && WindowsBackend.IsOutOfMemory(error.Code));

    /// <summary>
    /// Ends the mapping from <paramref name="from"/> (bytes from the base, page-aligned) to the end of the range. In place, atomically,
    /// leaving zero pages, unless <see cref="CountsAccess"/>: then it unmaps, and the caller knows that nobody is inside.
    /// </summary>
    internal static void Tombstone(in AddressRange range, long from)
    {
        if (IsLinux)
        {
            LinuxBackend.Tombstone(range, from);
        }
        else if (IsMacOS)
        {
            MacOSBackend.Tombstone(range, from);
        }
        else if (IsWindows)
        {
            WindowsBackend.Tombstone(range, from);
        }
    }

    /// <summary>Gives up the addresses of a range that was tombstoned from 0 and that nothing refers to any more.</summary>
    internal static void Release(in AddressRange range)
    {
        if (IsLinux)
        {
            LinuxBackend.Release(range);
        }
        else if (IsMacOS)
        {
            MacOSBackend.Release(range);
        }
        else if (IsWindows)
        {
            WindowsBackend.Release(range);
        }
    }

    /// <summary>Unmaps every range that waits to be used again.</summary>
    internal static void Trim()
    {
        if (IsLinux || IsMacOS)
        {
            RangePool.Shared.Clear();
        }
    }

    /// <summary>Flushes mapped pages; <paramref name="address"/> is page-aligned.</summary>
    internal static OSError Flush(SafeFileHandle file, nint address, nuint length, FlushLevel level) =>
        IsLinux ? LinuxBackend.Flush(file, address, length, level)
        : IsMacOS ? MacOSBackend.Flush(file, address, length, level)
        : IsWindows ? WindowsBackend.Flush(file, address, length, level)
        : UnsupportedBackend.Flush(file, address, length, level);

    /// <summary>Makes the file's length and attributes durable.</summary>
    internal static OSError SyncFile(SafeFileHandle file) =>
        IsLinux ? LinuxBackend.SyncFile(file)
        : IsMacOS ? MacOSBackend.SyncFile(file)
        : IsWindows ? WindowsBackend.SyncFile(file)
        : UnsupportedBackend.SyncFile(file);

    /// <summary>Makes the directory's entries durable.</summary>
    internal static OSError SyncDirectory(string directory) =>
        IsLinux ? LinuxBackend.SyncDirectory(directory)
        : IsMacOS ? MacOSBackend.SyncDirectory(directory)
        : IsWindows ? WindowsBackend.SyncDirectory(directory)
        : UnsupportedBackend.SyncDirectory(directory);

    /// <summary>Opens what exists for reading, without waiting for a writer where it is a pipe.</summary>
    internal static OSError OpenToInspect(string path, out SafeFileHandle file) =>
        IsLinux ? LinuxBackend.OpenToInspect(path, out file)
        : IsMacOS ? MacOSBackend.OpenToInspect(path, out file)
        : IsWindows ? WindowsBackend.OpenToInspect(path, out file)
        : UnsupportedBackend.OpenToInspect(path, out file);

    /// <summary>How many of the pages (at least one) are in memory. False where the OS can't count them, or won't tell.</summary>
    internal static bool TryCountResident(SafeFileHandle file, long firstPage, long pages, out long resident) =>
        IsLinux ? LinuxBackend.TryCountResident(file, firstPage, pages, out resident)
        : IsMacOS ? MacOSBackend.TryCountResident(file, firstPage, pages, out resident)
        : IsWindows ? WindowsBackend.TryCountResident(file, firstPage, pages, out resident)
        : UnsupportedBackend.TryCountResident(file, firstPage, pages, out resident);

    /// <summary>
    /// Which pages are in memory: one byte a page, bit 0 set where it is. To whom the OS hides it, it says that all are, those past the
    /// file's end as well.
    /// </summary>
    internal static OSError GetResidency(SafeFileHandle file, long firstPage, Span<byte> pages) =>
        IsLinux ? LinuxBackend.GetResidency(file, firstPage, pages)
        : IsMacOS ? MacOSBackend.GetResidency(file, firstPage, pages)
        : IsWindows ? WindowsBackend.GetResidency(file, firstPage, pages)
        : UnsupportedBackend.GetResidency(file, firstPage, pages);

    /// <summary>Whether the error of <see cref="GetResidency"/> means that the OS has no answer for this file, rather than that it failed.</summary>
    internal static bool IsResidencyUnknown(OSError error) => !error.IsNone && (
        IsLinux ? LinuxBackend.IsResidencyUnknown(error.Code)
        : IsMacOS ? MacOSBackend.IsResidencyUnknown(error.Code)
        : IsWindows && WindowsBackend.IsResidencyUnknown(error.Code));
}
