using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Interop.Linux;

internal static unsafe partial class Libc
{
    // struct linux_dirent64 of getdents(2): where its fields lie. The name is NUL-terminated.
    internal const int DirectoryEntryLengthOffset = 16;
    internal const int DirectoryEntryTypeOffset = 18;
    internal const int DirectoryEntryNameOffset = 19;

    /// <summary>217 on x64, 61 where the numbers are asm-generic.</summary>
    internal static nint SYS_getdents64 => RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 217 : 61;

    /// <summary>getdents64(2), for which not every C library has a wrapper: through syscall(2), <paramref name="number"/> first.</summary>
    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    internal static partial nint GetDents64(nint number, SafeFileHandle directory, byte* buffer, nuint size);
}
