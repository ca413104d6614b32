using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Interop.Windows;

internal static unsafe partial class Kernel32
{
    internal const uint PAGE_READONLY = 0x02;
    internal const uint PAGE_READWRITE = 0x04;
    internal const uint PAGE_WRITECOPY = 0x08;

    /// <summary>
    /// <see href="https://learn.microsoft.com/windows/win32/api/memoryapi/nf-memoryapi-createfilemappingw">CreateFileMappingW</see>. A size
    /// of 0 is the file's own; a larger one would lengthen the file. An empty file is ERROR_FILE_INVALID. Returns 0 on failure.
    /// </summary>
    [LibraryImport("kernel32", SetLastError = true)]
    // SAFETY: the section is closed right after its view is mapped, in the same member, where nothing in between throws.
    internal static partial nint CreateFileMappingW(SafeFileHandle file, void* security, uint protection, uint sizeHigh, uint sizeLow, char* name);
}
