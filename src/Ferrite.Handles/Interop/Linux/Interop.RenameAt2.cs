using System.Runtime.InteropServices;
using Ferrite.Handles.Interop.Unix;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Interop.Linux;

internal static partial class Libc
{
    /// <summary>What has the new name already stays: EEXIST.</summary>
    internal const uint RENAME_NOREPLACE = 1;

    /// <summary>The two change places.</summary>
    internal const uint RENAME_EXCHANGE = 2;

    /// <summary>316 on x64, 276 where the numbers are asm-generic (Arm64, RISC-V, LoongArch).</summary>
    internal static nint SYS_renameat2 => RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 316 : 276;

    /// <summary>renameat2(2), for which not every C library has a wrapper: through syscall(2), <paramref name="number"/> first.</summary>
    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true, StringMarshalling = StringMarshalling.Custom, StringMarshallingCustomType = typeof(UnixNameMarshaller))]
    internal static partial nint RenameAt2(
        nint number, SafeFileHandle oldDirectory, string oldName, SafeFileHandle newDirectory, string newName, uint flags);
}
