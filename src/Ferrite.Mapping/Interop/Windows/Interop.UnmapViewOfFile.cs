using System.Runtime.InteropServices;

namespace Ferrite.Mapping.Interop.Windows;

internal static unsafe partial class Kernel32
{
    /// <summary>
    /// <see href="https://learn.microsoft.com/windows/win32/api/memoryapi/nf-memoryapi-unmapviewoffile">UnmapViewOfFile</see>. Written pages
    /// stay dirty and reach the disk later.
    /// </summary>
    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool UnmapViewOfFile(void* address);
}
