using System.Runtime.InteropServices;

namespace Ferrite.Handles.Interop.Windows;

internal static unsafe partial class Kernel32
{
    /// <summary>Of enum FILE_INFO_BY_HANDLE_CLASS: fills a <see cref="FILE_ID_INFO"/>.</summary>
    internal const int FileIdInfo = 18;

    /// <summary>struct FILE_ID_INFO: the file's identifier has 128 bits.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 24)]
    internal struct FILE_ID_INFO
    {
        [FieldOffset(0)] internal ulong VolumeSerialNumber;
        [FieldOffset(8)] internal UInt128Halves FileId;
    }

    /// <summary>struct FILE_ID_128.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct UInt128Halves
    {
        internal ulong Low;
        internal ulong High;
    }

    /// <summary>
    /// <see href="https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-getfileinformationbyhandleex">GetFileInformationByHandleEx</see>.
    /// </summary>
    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool GetFileInformationByHandleEx(nint file, int infoClass, void* info, uint size);
}
