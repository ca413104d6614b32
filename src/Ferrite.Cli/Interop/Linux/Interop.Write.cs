using System.Runtime.InteropServices;

namespace Ferrite.Cli.Interop.Linux;

internal static unsafe partial class Libc
{
    internal const int EINTR = 4;
    internal const int EAGAIN = 11;
    internal const int EPIPE = 32;

    /// <summary>write(2).</summary>
    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    // SAFETY: called with the standard streams' descriptors only, which nothing in this program closes.
    internal static partial nint Write(int descriptor, byte* bytes, nuint count);
}
