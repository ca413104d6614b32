using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Interop.Linux;

internal static unsafe partial class Libc
{
    /// <summary>statx(2) of an open file by its number: <paramref name="emptyPath"/> points at a NUL byte, with AT_EMPTY_PATH.</summary>
    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true)]
    internal static partial int FStatx(int file, byte* emptyPath, int flags, uint mask, StatxBuffer* result);

    /// <summary>The same, of an owner.</summary>
    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true)]
    internal static partial int FStatx(SafeFileHandle file, byte* emptyPath, int flags, uint mask, StatxBuffer* result);
}
