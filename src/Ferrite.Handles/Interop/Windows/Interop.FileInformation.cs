using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Interop.Windows;

internal static unsafe partial class Kernel32
{
    // Of enum FILE_INFO_BY_HANDLE_CLASS.
    internal const int FileBasicInfo = 0;
    internal const int FileStandardInfo = 1;
    internal const int FileAttributeTagInfo = 9;
    internal const int FileIdBothDirectoryInfo = 10;

    internal const uint FILE_ATTRIBUTE_DIRECTORY = 0x10;
    internal const uint FILE_ATTRIBUTE_NORMAL = 0x80;
    internal const uint FILE_ATTRIBUTE_REPARSE_POINT = 0x400;

    // FILE_ID_BOTH_DIR_INFO: where its fields lie. EaSize is the tag of a reparse point.
    internal const int EntryNextOffset = 0;
    internal const int EntryAttributesOffset = 56;
    internal const int EntryNameLengthOffset = 60;
    internal const int EntryTagOffset = 64;
    internal const int EntryNameOffset = 104;

    /// <summary>struct FILE_BASIC_INFO: times in 100 ns since 1601.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct FILE_BASIC_INFO
    {
        internal long CreationTime;
        internal long LastAccessTime;
        internal long LastWriteTime;
        internal long ChangeTime;
        internal uint FileAttributes;
    }

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

    /// <summary>struct FILE_ATTRIBUTE_TAG_INFO.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct FILE_ATTRIBUTE_TAG_INFO
    {
        internal uint FileAttributes;
        internal uint ReparseTag;
    }

    /// <summary><see href="https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-getfileinformationbyhandleex">GetFileInformationByHandleEx</see>.</summary>
    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool GetFileInformationByHandleEx(SafeFileHandle file, int infoClass, void* information, uint size);
}
