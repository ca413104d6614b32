using System.Runtime.InteropServices;

namespace Ferrite.Handles.Interop.Unix;

internal static partial class Libc
{
    /// <summary>close(2): the number is free again whatever it answers, so that it is never made again.</summary>
    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    internal static partial int Close(int file);
}
