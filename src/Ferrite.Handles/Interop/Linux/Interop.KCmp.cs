using System.Runtime.InteropServices;

namespace Ferrite.Handles.Interop.Linux;

internal static partial class Libc
{
    /// <summary>Of enum kcmp_type: whether two descriptors are of one open file description.</summary>
    internal const int KCMP_FILE = 0;

    /// <summary>312 on x64, 272 where the numbers are asm-generic (Arm64, RISC-V, LoongArch).</summary>
    internal static nint SYS_kcmp => RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 312 : 272;

    /// <summary>
    /// kcmp(2), for which no C library has a wrapper: through syscall(2), <paramref name="number"/> first. 0 where they are the same. Kernels
    /// without it answer ENOSYS, filters EPERM.
    /// </summary>
    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    internal static partial nint KCmp(nint number, int process1, int process2, int type, nuint first, nuint second);
}
