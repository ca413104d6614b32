using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Interop.Unix;

internal static partial class Libc
{
    /// <summary>symlinkat(2).</summary>
    [LibraryImport("libc", EntryPoint = "symlinkat", SetLastError = true, StringMarshalling = StringMarshalling.Custom, StringMarshallingCustomType = typeof(UnixNameMarshaller))]
    internal static partial int SymlinkAt(string target, SafeFileHandle directory, string name);
}
