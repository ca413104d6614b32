using System.Runtime.InteropServices;
using Ferrite.Handles.Interop.Unix;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Interop.Linux;

internal static partial class Libc
{
    /// <summary>openat(2). Variadic arguments go where named ones do on every Linux that this is for.</summary>
    [LibraryImport("libc", EntryPoint = "openat", SetLastError = true, StringMarshalling = StringMarshalling.Custom, StringMarshallingCustomType = typeof(UnixNameMarshaller))]
    internal static partial SafeFileHandle OpenAt(SafeFileHandle directory, string path, int flags, uint mode);
}
