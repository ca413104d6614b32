using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Interop.Windows;

internal static unsafe partial class Kernel32
{
    internal const uint FSCTL_GET_REPARSE_POINT = 0x900A8;
    internal const uint MAXIMUM_REPARSE_DATA_BUFFER_SIZE = 16 * 1024;
    internal const uint IO_REPARSE_TAG_MOUNT_POINT = 0xA0000003;
    internal const uint IO_REPARSE_TAG_SYMLINK = 0xA000000C;
    internal const uint SYMLINK_FLAG_RELATIVE = 1;

    // REPARSE_DATA_BUFFER of a symbolic link: where its fields lie.
    internal const int ReparseNameStartOffset = 8;
    internal const int ReparseNameLengthOffset = 10;
    internal const int ReparseFlagsOffset = 16;
    internal const int ReparsePathOffset = 20;

    /// <summary><see href="https://learn.microsoft.com/windows/win32/api/ioapiset/nf-ioapiset-deviceiocontrol">DeviceIoControl</see>.</summary>
    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool DeviceIoControl(
        SafeFileHandle device, uint code, void* input, uint inputLength, void* output, uint outputLength, uint* returned, void* overlapped);
}
