using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Interop.Windows;

internal static unsafe partial class Kernel32
{
    /// <summary>Of enum FILE_INFO_BY_HANDLE_CLASS: takes a <see cref="FILE_ALLOCATION_INFO"/>. Less than the length would cut the file.</summary>
    internal const int FileAllocationInfo = 5;

    /// <summary>
    /// Of enum FILE_INFO_BY_HANDLE_CLASS: takes a <see cref="FILE_END_OF_FILE_INFO"/>. Cutting a file that anybody has mapped is
    /// ERROR_USER_MAPPED_FILE; lengthening it is fine.
    /// </summary>
    internal const int FileEndOfFileInfo = 6;

    /// <summary>struct FILE_ALLOCATION_INFO.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct FILE_ALLOCATION_INFO
    {
        internal long AllocationSize;
    }

    /// <summary>struct FILE_END_OF_FILE_INFO.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct FILE_END_OF_FILE_INFO
    {
        internal long EndOfFile;
    }

    /// <summary>
    /// <see href="https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-setfileinformationbyhandle">SetFileInformationByHandle</see>.
    /// </summary>
    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool SetFileInformationByHandle(SafeFileHandle file, int infoClass, void* info, uint size);
}
