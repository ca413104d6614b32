using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Interop.Unix;

internal static partial class Libc
{
    internal const int O_RDONLY = 0;

    /// <summary>open(2) of something that exists, for what the BCL refuses to open or would wait for.</summary>
    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial SafeFileHandle Open(string path, int flags);
}
