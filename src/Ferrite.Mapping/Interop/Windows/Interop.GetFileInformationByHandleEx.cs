using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Interop.Windows;

internal static unsafe partial class Kernel32
{
    /// <summary>Of enum FILE_INFO_BY_HANDLE_CLASS: fills a <see cref="FILE_STANDARD_INFO"/>.</summary>
    internal const int FileStandardInfo = 1;

    /// <summary>struct FILE_STANDARD_INFO.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct FILE_STANDARD_INFO
    {
        internal long AllocationSize;
        internal long EndOfFile;
        internal uint NumberOfLinks;
        internal byte DeletePending;
        internal byte Directory;
    }

    /// <summary>
    /// <see href="https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-getfileinformationbyhandleex">GetFileInformationByHandleEx</see>.
    /// </summary>
    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool GetFileInformationByHandleEx(SafeFileHandle file, int infoClass, void* info, uint size);
}
