using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Interop.Windows;

internal static partial class Kernel32
{
    internal const uint FILE_TYPE_UNKNOWN = 0;
    internal const uint FILE_TYPE_DISK = 1;
    internal const uint FILE_TYPE_CHAR = 2;
    internal const uint FILE_TYPE_PIPE = 3;

    /// <summary>
    /// <see href="https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-getfiletype">GetFileType</see>. What is no file at all is
    /// unknown too: the last error then tells.
    /// </summary>
    [LibraryImport("kernel32", SetLastError = true)]
    internal static partial uint GetFileType(nint handle);

    /// <summary>The same, of an owner.</summary>
    [LibraryImport("kernel32", SetLastError = true)]
    internal static partial uint GetFileType(SafeFileHandle file);
}
