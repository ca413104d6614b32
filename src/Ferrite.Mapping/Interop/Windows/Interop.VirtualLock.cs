using System.Runtime.InteropServices;

namespace Ferrite.Mapping.Interop.Windows;

internal static unsafe partial class Kernel32
{
    /// <summary>
    /// <see href="https://learn.microsoft.com/windows/win32/api/memoryapi/nf-memoryapi-virtuallock">VirtualLock</see>:
    /// locks pages of a mapping in the process's working set, and brings them in.
    /// </summary>
    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool VirtualLock(void* address, nuint size);
}
