using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Interop.Linux;

internal static partial class Libc
{
    internal const int FALLOC_FL_KEEP_SIZE = 1;
    internal const int FALLOC_FL_PUNCH_HOLE = 2;

    /// <summary>fallocate(2).</summary>
    [LibraryImport("libc", EntryPoint = "fallocate", SetLastError = true)]
    internal static partial int FAllocate(SafeFileHandle file, int mode, long offset, long length);
}
