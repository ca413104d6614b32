using System.Runtime.InteropServices;
using Ferrite.Mapping.Interop.Windows;
using Microsoft.Win32.SafeHandles;
using HandlesKernel32 = Ferrite.Handles.Interop.Windows.Kernel32;
using Win32Error = Ferrite.Handles.Interop.Windows.Win32Error;

namespace Ferrite.Mapping.Internal;

/// <summary>
/// Windows: mapped memory can't be replaced in place atomically, so accesses are counted (<see cref="Region.TryEnter"/>) and the last
/// one out unmaps. A section is as long as the file, so there is no capacity beyond the length: growing makes a new region. Run under
/// Wine, not yet on Windows itself.
/// </summary>
/// <remarks>
/// There is no fault guard: a file that is mapped can't be cut (ERROR_USER_MAPPED_FILE), and what remains, a device or a server that
/// fails, is EXCEPTION_IN_PAGE_ERROR, for which .NET ends the process. See dotnet/runtime#90608.
/// </remarks>
internal static unsafe partial class WindowsBackend
{
    /// <summary>A second or two: a <see cref="SpinWait"/> soon sleeps, for a millisecond each time.</summary>
    private const int MostFlushAttempts = 2000;

    internal static OSError GetLength(SafeFileHandle file, out long length)
    {
        length = 0;
        if (HandlesKernel32.GetFileType(file) != HandlesKernel32.FILE_TYPE_DISK)
        {
            return new OSError("CreateFileMapping", (int)Win32Error.ERROR_FILE_INVALID);
        }

        HandlesKernel32.FILE_STANDARD_INFO info;
        // SAFETY: GetFileInformationByHandleEx writes one FILE_STANDARD_INFO, which lives on this stack frame.
        OSError error = HandlesKernel32.GetFileInformationByHandleEx(file, HandlesKernel32.FileStandardInfo, &info, (uint)sizeof(HandlesKernel32.FILE_STANDARD_INFO))
            ? OSError.None
            : OSError.Last("GetFileInformationByHandleEx");
        if (!error.IsNone)
        {
            return error;
        }

        length = info.EndOfFile;
        return info.Directory == 0 ? OSError.None : new OSError("CreateFileMapping", (int)Win32Error.ERROR_ACCESS_DENIED);
    }

    internal static OSError SetLength(SafeFileHandle file, long length)
    {
        var info = new Kernel32.FILE_END_OF_FILE_INFO { EndOfFile = length };
        // SAFETY: SetFileInformationByHandle reads one FILE_END_OF_FILE_INFO, which lives on this stack frame.
        return Kernel32.SetFileInformationByHandle(file, Kernel32.FileEndOfFileInfo, &info, (uint)sizeof(Kernel32.FILE_END_OF_FILE_INFO))
            ? OSError.None
            : OSError.Last("SetFileInformationByHandle(FileEndOfFileInfo)");
    }

    /// <summary>NTFS takes the clusters when the length is set too, unless the file is sparse or compressed. Less than the length would cut it.</summary>
    internal static OSError Preallocate(SafeFileHandle file, long offset, long length)
    {
        var info = new Kernel32.FILE_ALLOCATION_INFO { AllocationSize = offset + length };
        // SAFETY: SetFileInformationByHandle reads one FILE_ALLOCATION_INFO, which lives on this stack frame.
        return Kernel32.SetFileInformationByHandle(file, Kernel32.FileAllocationInfo, &info, (uint)sizeof(Kernel32.FILE_ALLOCATION_INFO))
            ? OSError.None
            : OSError.Last("SetFileInformationByHandle(FileAllocationInfo)");
    }

    /// <summary>The whole file through a section of its own size: asking for a size could lengthen a file that was cut meanwhile.</summary>
    internal static OSError Map(SafeFileHandle file, MapMode mode, long length, long capacity, long alignment, out AddressRange range)
    {
        range = default;
        (uint protection, uint access) = mode switch
        {
            MapMode.ReadOnly => (Kernel32.PAGE_READONLY, Kernel32.FILE_MAP_READ),
            MapMode.ReadWrite => (Kernel32.PAGE_READWRITE, Kernel32.FILE_MAP_READ | Kernel32.FILE_MAP_WRITE),
            _ => (Kernel32.PAGE_WRITECOPY, Kernel32.FILE_MAP_COPY),
        };
        // SAFETY: CreateFileMapping without attributes and name reads no memory of ours.
        nint section = Kernel32.CreateFileMappingW(file, null, protection, 0, 0, null);
        if (section == 0)
        {
            return OSError.Last("CreateFileMapping");
        }

        // SAFETY: MapViewOfFile takes free addresses only.
        nint view = Kernel32.MapViewOfFile(section, access, 0, 0, (nuint)length);
        OSError error = view == 0 ? OSError.Last("MapViewOfFile") : OSError.None;
        HandlesKernel32.CloseHandle(section);
        if (error.IsNone)
        {
            // The header can't lie below the view; freed by Release.
            nint header = (nint)NativeMemory.AllocZeroed((nuint)sizeof(RegionHeader));
            range = new AddressRange(view, (nuint)length, view, header);
        }

        return error;
    }

    internal static bool IsOutOfMemory(int code) =>
        code is (int)Win32Error.ERROR_NOT_ENOUGH_MEMORY or (int)Win32Error.ERROR_OUTOFMEMORY or (int)Win32Error.ERROR_COMMITMENT_LIMIT;

    /// <summary>Unmaps the whole: whoever calls knows that nobody is inside.</summary>
    internal static void Tombstone(in AddressRange range, long from)
    {
        // SAFETY: UnmapViewOfFile of a view that Map made; its region's count reached zero, from which it never rises, so this is done once
        // and no access is inside or can come.
        Kernel32.UnmapViewOfFile((void*)range.Base);
    }

    internal static void Release(in AddressRange range)
    {
        // SAFETY: allocated by Map; only the region's finalizer calls this, so nobody reads the header any more.
        NativeMemory.Free((void*)range.Header);
    }

    internal static OSError Flush(SafeFileHandle file, nint address, nuint length, FlushLevel level)
    {
        OSError error = FlushView(address, length);
        SpinWait pause = default;
        while (error.Code == (int)Win32Error.ERROR_LOCK_VIOLATION && pause.Count < MostFlushAttempts)
        {
            pause.SpinOnce();
            error = FlushView(address, length);
        }

        return error.IsNone && level == FlushLevel.Durable ? SyncFile(file) : error;
    }

    private static OSError FlushView(nint address, nuint length)
    {
        // SAFETY: FlushViewOfFile changes no byte of the range, which the caller has entered.
        return Kernel32.FlushViewOfFile((void*)address, length) ? OSError.None : OSError.Last("FlushViewOfFile");
    }

    internal static OSError SyncFile(SafeFileHandle file) =>
        Kernel32.FlushFileBuffers(file) ? OSError.None : OSError.Last("FlushFileBuffers");

    /// <summary>NTFS logs its directories; there is no call to flush one without write access to it.</summary>
    internal static OSError SyncDirectory(string directory) => OSError.None;

    /// <summary>Opening waits for nothing here.</summary>
    internal static OSError RefuseSpecial(string path) => OSError.None;

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
