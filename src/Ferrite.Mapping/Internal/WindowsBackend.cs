using System.Runtime.InteropServices;
using Ferrite.Mapping.Interop.Windows;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Internal;

/// <summary>
/// Windows: mapped memory can't be replaced in place atomically, so accesses are counted (<see cref="Region.TryEnter"/>) and the last
/// one out unmaps. A section is exactly as long as the file, so there is no capacity beyond the length: growing makes a new region.
/// </summary>
internal static unsafe class WindowsBackend
{
    internal static OSError GetLength(SafeFileHandle file, out long length) =>
        Kernel32.GetFileSizeEx(file, out length) ? OSError.None : OSError.Last("GetFileSizeEx");

    internal static OSError SetLength(SafeFileHandle file, long length) =>
        Kernel32.SetFileInformationByHandle(file, Kernel32.FileEndOfFileInfo, &length, sizeof(long))
            ? OSError.None
            : OSError.Last("SetFileInformationByHandle(FileEndOfFileInfo)");

    internal static OSError Preallocate(SafeFileHandle file, long offset, long length)
    {
        long end = offset + length;
        return Kernel32.SetFileInformationByHandle(file, Kernel32.FileAllocationInfo, &end, sizeof(long))
            ? OSError.None
            : OSError.Last("SetFileInformationByHandle(FileAllocationInfo)");
    }

    internal static OSError Map(SafeFileHandle file, MapMode mode, long length, long capacity, out AddressRange range)
    {
        range = default;
        (uint protection, uint access) = mode switch
        {
            MapMode.ReadOnly => (Kernel32.PAGE_READONLY, Kernel32.FILE_MAP_READ),
            MapMode.ReadWrite => (Kernel32.PAGE_READWRITE, Kernel32.FILE_MAP_READ | Kernel32.FILE_MAP_WRITE),
            _ => (Kernel32.PAGE_WRITECOPY, Kernel32.FILE_MAP_COPY),
        };
        nint section = Kernel32.CreateFileMappingW(file, null, protection, (uint)(length >> 32), (uint)length, null);
        if (section == 0)
        {
            return OSError.Last("CreateFileMapping");
        }

        nint view = Kernel32.MapViewOfFile(section, access, 0, 0, (nuint)length);
        OSError error = view == 0 ? OSError.Last("MapViewOfFile") : OSError.None;
        // The view keeps the section alive by itself.
        Kernel32.CloseHandle(section);
        if (error.IsNone)
        {
            // SAFETY: one zeroed header, freed by Release.
            nint header = (nint)NativeMemory.AllocZeroed((nuint)sizeof(RegionHeader));
            range = new AddressRange(view, (nuint)length, view, header);
        }

        return error;
    }

    internal static bool IsOutOfMemory(int code) =>
        code is (int)Win32Error.ERROR_NOT_ENOUGH_MEMORY or (int)Win32Error.ERROR_OUTOFMEMORY or (int)Win32Error.ERROR_COMMITMENT_LIMIT;

    /// <summary>Unmaps: whoever calls knows that nobody is inside, or is the finalizer.</summary>
    internal static void Tombstone(in AddressRange range, long from) => Kernel32.UnmapViewOfFile((void*)range.Base);

    internal static void Release(in AddressRange range) => NativeMemory.Free((void*)range.Header);

    internal static OSError Flush(SafeFileHandle file, nint address, nuint length, FlushLevel level)
    {
        OSError error = Kernel32.FlushViewOfFile((void*)address, length) ? OSError.None : OSError.Last("FlushViewOfFile");
        return error.IsNone && level == FlushLevel.Durable ? SyncFile(file) : error;
    }

    internal static OSError SyncFile(SafeFileHandle file) =>
        Kernel32.FlushFileBuffers(file) ? OSError.None : OSError.Last("FlushFileBuffers");

    /// <summary>NTFS journals its directories; there is no call to flush one without write access to it.</summary>
    internal static OSError SyncDirectory(string directory) => OSError.None;

    internal static OSError OpenToInspect(string path, out SafeFileHandle file)
    {
        file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return OSError.None;
    }

    /// <summary>QueryWorkingSetEx knows the pages of this process only, not those that the cache manager holds.</summary>
    internal static bool TryCountResident(SafeFileHandle file, long firstPage, long pages, out long resident)
    {
        resident = 0;
        return false;
    }

    internal static OSError GetResidency(SafeFileHandle file, long firstPage, Span<byte> pages) =>
        new("GetResidency", (int)Win32Error.ERROR_NOT_SUPPORTED);

    internal static bool IsResidencyUnknown(int code) => code is (int)Win32Error.ERROR_NOT_SUPPORTED;
}
