using System.Runtime.InteropServices;

namespace Ferrite.Mapping.Interop.Linux;

internal static unsafe partial class Libc
{
    internal const int FUTEX_WAIT = 0;
    internal const int FUTEX_WAKE = 1;

    /// <summary>struct timespec where long is of 64 bits.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct TimeSpec
    {
        internal long Seconds;
        internal long Nanoseconds;
    }

    /// <summary>202 on x64, 98 where the numbers are asm-generic (Arm64, RISC-V, LoongArch).</summary>
    internal static nint SYS_futex => RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 202 : 98;

    /// <summary>
    /// futex(2), which libc doesn't wrap, by syscall(2). Without FUTEX_PRIVATE_FLAG: the word is known by its file and offset, so it is the
    /// same in every process that maps it.
    /// </summary>
    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    internal static partial nint Futex(nint number, void* word, int operation, int value, TimeSpec* timeout);
}
