using System.Runtime.InteropServices;

namespace Ferrite.Handles.Interop.Windows;

internal static partial class NtDll
{
    /// <summary><see href="https://learn.microsoft.com/windows/win32/api/winternl/nf-winternl-rtlntstatustodoserror">RtlNtStatusToDosError</see>.</summary>
    [LibraryImport("ntdll")]
    internal static partial uint RtlNtStatusToDosError(int status);
}
