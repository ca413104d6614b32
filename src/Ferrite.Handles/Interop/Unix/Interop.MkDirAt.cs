using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Interop.Unix;

internal static partial class Libc
{
    /// <summary>mkdirat(2).</summary>
    [LibraryImport("libc", EntryPoint = "mkdirat", SetLastError = true, StringMarshalling = StringMarshalling.Custom, StringMarshallingCustomType = typeof(UnixNameMarshaller))]
    internal static partial int MkDirAt(SafeFileHandle directory, string name, uint mode);
}
