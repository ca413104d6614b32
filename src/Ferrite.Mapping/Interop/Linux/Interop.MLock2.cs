using System.Runtime.InteropServices;

namespace Ferrite.Mapping.Interop.Linux;

internal static unsafe partial class Libc
{
    /// <summary>mlock2(2): with <see cref="Mman.MLOCK_ONFAULT"/> pages are locked as they come in, and none is brought in.</summary>
    [LibraryImport("libc", EntryPoint = "mlock2", SetLastError = true)]
    internal static partial int MLock2(void* address, nuint length, uint flags);
}
