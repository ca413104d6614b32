using System.Runtime.InteropServices;

namespace Ferrite.Cli.Interop.Linux;

internal static unsafe partial class Libc
{
    /// <summary>readlink(2): writes no NUL; what doesn't fit is cut off.</summary>
    [LibraryImport("libc", EntryPoint = "readlink", SetLastError = true)]
    internal static partial nint ReadLink(byte* path, byte* buffer, nuint size);
}
