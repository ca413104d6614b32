using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Interop.Linux;

internal static partial class Libc
{
    internal const int F_ADD_SEALS = 1033;
    internal const int F_GET_SEALS = 1034;

    /// <summary>The file can't be made shorter.</summary>
    internal const int F_SEAL_SHRINK = 2;

    /// <summary>The file can't be made longer.</summary>
    internal const int F_SEAL_GROW = 4;

    /// <summary>fcntl(2) with an int, or none: variadic arguments go where named ones do on every Linux that this is for.</summary>
    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    internal static partial int FCntl(SafeFileHandle file, int command, int argument);
}
