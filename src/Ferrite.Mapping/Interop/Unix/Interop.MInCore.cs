using System.Runtime.InteropServices;

namespace Ferrite.Mapping.Interop.Unix;

internal static unsafe partial class Libc
{
    /// <summary>mincore(2): one byte a page, bit 0 set where the page is resident.</summary>
    [LibraryImport("libc", EntryPoint = "mincore", SetLastError = true)]
    internal static partial int MInCore(void* address, nuint length, byte* vector);
}
