using System.Runtime.InteropServices;

namespace Ferrite.Mapping.Interop.Windows;

internal static unsafe partial class Kernel32
{
    /// <summary>
    /// <see href="https://learn.microsoft.com/windows/win32/api/memoryapi/nf-memoryapi-virtualunlock">VirtualUnlock</see>:
    /// ends their lock; pages that are not locked it removes from the working set, and then fails with ERROR_NOT_LOCKED.
    /// </summary>
    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool VirtualUnlock(void* address, nuint size);
}
