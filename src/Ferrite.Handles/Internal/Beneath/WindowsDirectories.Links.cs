using System.Runtime.InteropServices;
using Ferrite.Handles.Interop.Windows;
using Microsoft.Win32.SafeHandles;
using static Ferrite.Handles.Interop.Windows.NtDll;

namespace Ferrite.Handles.Internal.Beneath;

internal sealed partial class WindowsDirectories
{
    public unsafe DirectoryError ReadLink(SafeFileHandle parent, string name, out string target)
    {
        target = "";
        DirectoryError error = Open(parent, name, FILE_READ_ATTRIBUTES | SYNCHRONIZE, FILE_OPEN, AnyOptions, ShareAll, out SafeFileHandle link);
        using (link)
        {
            if (!error.IsNone)
            {
                return error;
            }

            byte[] buffer = new byte[Kernel32.MAXIMUM_REPARSE_DATA_BUFFER_SIZE];
            uint returned;
            // SAFETY: DeviceIoControl writes at most the length given to the pinned buffer, and a count to this stack frame.
            fixed (byte* address = buffer)
            {
                bool succeeded = Kernel32.DeviceIoControl(link, Kernel32.FSCTL_GET_REPARSE_POINT, null, 0, address, (uint)buffer.Length, &returned, null);
                error = succeeded ? DirectoryError.None : LastError("DeviceIoControl");
            }

            target = error.IsNone ? TargetOf(buffer.AsSpan(0, (int)returned)) : "";
            return error;
        }
    }

    /// <summary>What is not relative to the link leads outside: an absolute path says so.</summary>
    private static string TargetOf(ReadOnlySpan<byte> data)
    {
        bool isRelative = data.Length > Kernel32.ReparsePathOffset
            && MemoryMarshal.Read<uint>(data) == Kernel32.IO_REPARSE_TAG_SYMLINK
            && (MemoryMarshal.Read<uint>(data[Kernel32.ReparseFlagsOffset..]) & Kernel32.SYMLINK_FLAG_RELATIVE) != 0;
        if (!isRelative)
        {
            return "\\";
        }

        int start = Kernel32.ReparsePathOffset + MemoryMarshal.Read<ushort>(data[Kernel32.ReparseNameStartOffset..]);
        int length = MemoryMarshal.Read<ushort>(data[Kernel32.ReparseNameLengthOffset..]);
        return new string(MemoryMarshal.Cast<byte, char>(data.Slice(start, length)));
    }
}
