using System.Runtime.InteropServices;

namespace Ferrite.Mapping.Interop.Windows;

internal static unsafe partial class Kernel32
{
    /// <summary>
    /// <see href="https://learn.microsoft.com/windows/win32/api/memoryapi/nf-memoryapi-flushviewoffile">FlushViewOfFile</see>: hands dirty
    /// pages to the file system, neither the file's metadata nor the drive's cache. Fails with ERROR_LOCK_VIOLATION while the system's own
    /// page writer is at the same pages.
    /// </summary>
    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool FlushViewOfFile(void* address, nuint bytes);
}
