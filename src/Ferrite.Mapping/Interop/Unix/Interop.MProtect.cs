using System.Runtime.InteropServices;

namespace Ferrite.Mapping.Interop.Unix;

internal static unsafe partial class Libc
{
    /// <summary>mprotect(2).</summary>
    [LibraryImport("libc", EntryPoint = "mprotect", SetLastError = true)]
    internal static partial int MProtect(void* address, nuint length, int protection);
}
