using System.Runtime.InteropServices;

namespace Ferrite.Mapping.Tests.Faults;

/// <summary>The native calls that tests make themselves.</summary>
internal static unsafe partial class Libc
{
    /// <summary>memcpy(3).</summary>
    [LibraryImport("libc", EntryPoint = "memcpy")]
    internal static partial byte* MemCpy(byte* to, byte* from, nuint length);
}
