using System.Runtime.InteropServices;

namespace Ferrite.Mapping.Interop.Windows;

internal static unsafe partial class Kernel32
{
    /// <summary>
    /// <see href="https://learn.microsoft.com/windows/win32/api/memoryapi/nf-memoryapi-getprocessworkingsetsizeex">GetProcessWorkingSetSizeEx</see>:
    /// the minimum, a little below which is what a process may lock.
    /// </summary>
    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool GetProcessWorkingSetSizeEx(nint process, nuint* minimum, nuint* maximum, uint* flags);
}
