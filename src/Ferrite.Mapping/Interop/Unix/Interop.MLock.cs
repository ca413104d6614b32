using System.Runtime.InteropServices;

namespace Ferrite.Mapping.Interop.Unix;

internal static unsafe partial class Libc
{
    /// <summary>mlock(2): locks the pages that the range touches, and brings them in.</summary>
    [LibraryImport("libc", EntryPoint = "mlock", SetLastError = true)]
    internal static partial int MLock(void* address, nuint length);
}
