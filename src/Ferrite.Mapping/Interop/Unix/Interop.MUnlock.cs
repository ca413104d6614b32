using System.Runtime.InteropServices;

namespace Ferrite.Mapping.Interop.Unix;

internal static unsafe partial class Libc
{
    /// <summary>munlock(2): whole pages. Locks don't nest: one call undoes any number of them.</summary>
    [LibraryImport("libc", EntryPoint = "munlock", SetLastError = true)]
    internal static partial int MUnlock(void* address, nuint length);
}
