using System.Runtime.InteropServices;

namespace Ferrite.Handles.Interop.Windows;

internal static unsafe partial class Kernel32
{
    /// <summary>
    /// <see href="https://learn.microsoft.com/windows/win32/api/handleapi/nf-handleapi-gethandleinformation">GetHandleInformation</see>:
    /// fails for a number that is no open handle.
    /// </summary>
    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool GetHandleInformation(nint handle, uint* flags);
}
