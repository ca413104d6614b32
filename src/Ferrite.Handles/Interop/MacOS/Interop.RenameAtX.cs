using System.Runtime.InteropServices;
using Ferrite.Handles.Interop.Unix;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Interop.MacOS;

internal static partial class Libc
{
    /// <summary>What has the new name already stays: EEXIST.</summary>
    internal const uint RENAME_EXCL = 4;

    /// <summary>renameatx_np(2).</summary>
    [LibraryImport("libc", EntryPoint = "renameatx_np", SetLastError = true, StringMarshalling = StringMarshalling.Custom, StringMarshallingCustomType = typeof(UnixNameMarshaller))]
    internal static partial int RenameAtX(SafeFileHandle oldDirectory, string oldName, SafeFileHandle newDirectory, string newName, uint flags);
}
