using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Interop.Unix;

internal static partial class Libc
{
    /// <summary>linkat(2): without flags it does not follow a link.</summary>
    [LibraryImport("libc", EntryPoint = "linkat", SetLastError = true, StringMarshalling = StringMarshalling.Custom, StringMarshallingCustomType = typeof(UnixNameMarshaller))]
    internal static partial int LinkAt(SafeFileHandle oldDirectory, string oldName, SafeFileHandle newDirectory, string newName, int flags);
}
