using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Interop.Windows;

internal static partial class Kernel32
{
    internal const uint FILE_TYPE_DISK = 1;

    /// <summary>
    /// <see href="https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-getfiletype">GetFileType</see>: a file or directory, or
    /// else a device, a pipe.
    /// </summary>
    [LibraryImport("kernel32", SetLastError = true)]
    internal static partial uint GetFileType(SafeFileHandle file);
}
