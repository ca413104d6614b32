using System.Runtime.InteropServices;

namespace Ferrite.Mapping.Interop.Unix;

internal static unsafe partial class Libc
{
    /// <summary>msync(2): <paramref name="address"/> must be page-aligned.</summary>
    [LibraryImport("libc", EntryPoint = "msync", SetLastError = true)]
    internal static partial int MSync(void* address, nuint length, int flags);
}
