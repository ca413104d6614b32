using Ferrite.Mapping.Interop.Windows;
using Win32Error = Ferrite.Handles.Interop.Windows.Win32Error;

namespace Ferrite.Mapping.Internal;

internal static unsafe partial class WindowsBackend
{
    /// <summary>What GetCurrentProcess() returns: a handle that needs no closing.</summary>
    private const nint CurrentProcess = -1;

    /// <summary>How a file is read is said when it is opened (FILE_FLAG_RANDOM_ACCESS), not later.</summary>
    internal static OSError Advise(nint address, nuint length, MemoryAdvice advice) =>
        advice is MemoryAdvice.DontNeed or MemoryAdvice.Cold or MemoryAdvice.PageOut ? LeaveWorkingSet(address, length) : OSError.None;

    internal static OSError Prefetch(nint address, nuint length)
    {
        var range = new Kernel32.WIN32_MEMORY_RANGE_ENTRY { VirtualAddress = address, NumberOfBytes = length };
        // SAFETY: PrefetchVirtualMemory reads one range, which lives on this stack frame, and changes no byte of the pages.
        return Kernel32.PrefetchVirtualMemory(CurrentProcess, 1, &range, 0) ? OSError.None : OSError.Last("PrefetchVirtualMemory");
    }

    /// <summary>What VirtualUnlock does to pages that are not locked: the caller leaves locked ones out.</summary>
    private static OSError LeaveWorkingSet(nint address, nuint length)
    {
        OSError error = Unlock(address, length);
        return error.Code == (int)Win32Error.ERROR_NOT_LOCKED ? OSError.None : error;
    }
}
