using System.Runtime.InteropServices;

namespace Ferrite.Handles.Interop.Windows;

internal static unsafe partial class Kernel32
{
    internal const uint DUPLICATE_SAME_ACCESS = 0x2;

    /// <summary>
    /// <see href="https://learn.microsoft.com/windows/win32/api/handleapi/nf-handleapi-duplicatehandle">DuplicateHandle</see>: not for sockets.
    /// </summary>
    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool DuplicateHandle(
        nint fromProcess, nint handle, nint toProcess, nint* duplicate, uint access, [MarshalAs(UnmanagedType.Bool)] bool inherit, uint options);

    /// <summary>
    /// <see href="https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-getcurrentprocess">GetCurrentProcess</see>:
    /// a pseudo handle, never closed.
    /// </summary>
    [LibraryImport("kernel32")]
    internal static partial nint GetCurrentProcess();
}
