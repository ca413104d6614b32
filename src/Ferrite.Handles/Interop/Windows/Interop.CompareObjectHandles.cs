using System.Runtime.InteropServices;

namespace Ferrite.Handles.Interop.Windows;

internal static partial class KernelBase
{
    /// <summary>
    /// <see href="https://learn.microsoft.com/windows/win32/api/handleapi/nf-handleapi-compareobjecthandles">CompareObjectHandles</see>:
    /// whether both are handles of one kernel object; of a file, of one opening of it. Since Windows 10.
    /// </summary>
    [LibraryImport("kernelbase", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool CompareObjectHandles(nint first, nint second);
}
