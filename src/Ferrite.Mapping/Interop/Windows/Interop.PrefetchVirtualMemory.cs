using System.Runtime.InteropServices;

namespace Ferrite.Mapping.Interop.Windows;

internal static unsafe partial class Kernel32
{
    /// <summary>struct WIN32_MEMORY_RANGE_ENTRY.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct WIN32_MEMORY_RANGE_ENTRY
    {
        internal nint VirtualAddress;
        internal nuint NumberOfBytes;
    }

    /// <summary>
    /// <see href="https://learn.microsoft.com/windows/win32/api/memoryapi/nf-memoryapi-prefetchvirtualmemory">PrefetchVirtualMemory</see>:
    /// reads pages of mapped files in large pieces, without waiting for them.
    /// </summary>
    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool PrefetchVirtualMemory(nint process, nuint count, WIN32_MEMORY_RANGE_ENTRY* ranges, uint flags);
}
