using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Interop.Linux;

internal static partial class Libc
{
    internal const int F_GETFD = 1;
    internal const int F_GETFL = 3;

    /// <summary>Answers 1 where the argument is a descriptor of the same open file description, else 0. Since 6.10; before it is EINVAL.</summary>
    internal const int F_DUPFD_QUERY = 1027;

    internal const int F_DUPFD_CLOEXEC = 1030;

    /// <summary>fcntl(2) with an int, or none: variadic arguments go where named ones do on every Linux that this is for.</summary>
    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    internal static partial int FCntl(int file, int command, int argument);

    /// <summary>The same, of an owner.</summary>
    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    internal static partial int FCntl(SafeFileHandle file, int command, int argument);
}
