using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Interop.Unix;

internal static unsafe partial class Libc
{
    /// <summary>readlinkat(2): the text is not NUL-terminated, and cut where it is longer than the buffer.</summary>
    [LibraryImport("libc", EntryPoint = "readlinkat", SetLastError = true, StringMarshalling = StringMarshalling.Custom, StringMarshallingCustomType = typeof(UnixNameMarshaller))]
    internal static partial nint ReadLinkAt(SafeFileHandle directory, string name, byte* buffer, nuint size);
}
