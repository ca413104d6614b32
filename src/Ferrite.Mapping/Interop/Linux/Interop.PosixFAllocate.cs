using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Interop.Linux;

internal static partial class Libc
{
    /// <summary>posix_fallocate(3). Returns the error number itself and leaves errno alone.</summary>
    [LibraryImport("libc", EntryPoint = "posix_fallocate")]
    internal static partial int PosixFAllocate(SafeFileHandle file, long offset, long length);
}
