using System.Runtime.InteropServices;

namespace Ferrite.Mapping.Interop.Windows;

internal static partial class Kernel32
{
    internal const uint FILE_MAP_COPY = 0x1;
    internal const uint FILE_MAP_WRITE = 0x2;
    internal const uint FILE_MAP_READ = 0x4;

    /// <summary>
    /// <see href="https://learn.microsoft.com/windows/win32/api/memoryapi/nf-memoryapi-mapviewoffile">MapViewOfFile</see>. The view keeps
    /// the section alive by itself. Returns 0 on failure.
    /// </summary>
    [LibraryImport("kernel32", SetLastError = true)]
    internal static partial nint MapViewOfFile(nint section, uint access, uint offsetHigh, uint offsetLow, nuint bytes);
}
