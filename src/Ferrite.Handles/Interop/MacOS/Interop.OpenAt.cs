using System.Runtime.InteropServices;
using Ferrite.Handles.Interop.Unix;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Interop.MacOS;

internal static partial class Libc
{
    // openat takes its mode as a variadic argument. On Arm64 Apple passes those on the stack, where a P/Invoke puts the ninth argument and
    // those after it: five more named ones fill the registers. x64 passes it as a named one.

    /// <summary>openat(2), for x64.</summary>
    [LibraryImport("libc", EntryPoint = "openat", SetLastError = true, StringMarshalling = StringMarshalling.Custom, StringMarshallingCustomType = typeof(UnixNameMarshaller))]
    internal static partial SafeFileHandle OpenAtX64(SafeFileHandle directory, string path, int flags, uint mode);

    /// <summary>openat(2), for Arm64.</summary>
    [LibraryImport("libc", EntryPoint = "openat", SetLastError = true, StringMarshalling = StringMarshalling.Custom, StringMarshallingCustomType = typeof(UnixNameMarshaller))]
    internal static partial SafeFileHandle OpenAtArm64(
        SafeFileHandle directory, string path, int flags, nint x3, nint x4, nint x5, nint x6, nint x7, nint mode);
}
