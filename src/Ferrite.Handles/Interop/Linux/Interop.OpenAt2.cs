using System.Runtime.InteropServices;
using Ferrite.Handles.Interop.Unix;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Interop.Linux;

internal static unsafe partial class Libc
{
    /// <summary>The same number on every architecture. Kernels before 5.6 answer ENOSYS, filters often EPERM.</summary>
    internal const nint SYS_openat2 = 437;

    /// <summary>No link to the kernel's own objects, such as /proc/self/root, is followed: ELOOP.</summary>
    internal const ulong RESOLVE_NO_MAGICLINKS = 0x02;

    /// <summary>Nothing outside the directory is reached, by .., by a link or by an absolute path: EXDEV.</summary>
    internal const ulong RESOLVE_BENEATH = 0x08;

    /// <summary>struct open_how of &lt;linux/openat2.h&gt;.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct OpenHow
    {
        internal ulong Flags;
        internal ulong Mode;
        internal ulong Resolve;
    }

    /// <summary>openat2(2), for which no C library has a wrapper: through syscall(2), <paramref name="number"/> first.</summary>
    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true, StringMarshalling = StringMarshalling.Custom, StringMarshallingCustomType = typeof(UnixNameMarshaller))]
    internal static partial SafeFileHandle OpenAt2(nint number, SafeFileHandle directory, string path, OpenHow* how, nuint size);
}
