using System.Runtime.InteropServices;

namespace Ferrite.Handles.Interop.Windows;

internal static partial class Kernel32
{
    /// <summary><see href="https://learn.microsoft.com/windows/win32/api/handleapi/nf-handleapi-closehandle">CloseHandle</see>.</summary>
    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool CloseHandle(nint handle);
}
