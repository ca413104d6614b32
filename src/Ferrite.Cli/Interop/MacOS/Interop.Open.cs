using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Cli.Interop.MacOS;

internal static partial class Libc
{
    internal const int O_RDONLY = 0;
    internal const int O_NONBLOCK = 0x4;
    internal const int O_CLOEXEC = 0x1000000;

    /// <summary>open(2) of something that exists: without O_CREAT there is no third argument.</summary>
    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial SafeFileHandle Open(string path, int flags);
}
