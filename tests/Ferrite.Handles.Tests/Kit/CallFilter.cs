using System.Runtime.InteropServices;
using Ferrite.Handles.Internal.Open;

namespace Ferrite.Handles.Tests.Kit;

/// <summary>A filter of system calls, seccomp(2), on this thread for the rest of its life.</summary>
internal static unsafe partial class CallFilter
{
    private const int PR_SET_SECCOMP = 22;
    private const int PR_SET_NO_NEW_PRIVS = 38;
    private const nint SECCOMP_MODE_FILTER = 2;

    private const ushort LoadWord = 0x20;
    private const ushort JumpIfEqual = 0x15;
    private const ushort Return = 0x06;
    private const uint Allow = 0x7fff0000;
    private const uint Refuse = 0x00050000;
    private const uint EPERM = 1;
    private const uint EINVAL = 22;
    private const uint EMFILE = 24;

    private const uint CallNumber = 0;
    private const uint SecondArgument = 24;
    private const uint ThirdArgument = 32;
    private const uint F_DUPFD_QUERY = 1027;
    private const uint F_DUPFD_CLOEXEC = 1030;

    private static bool IsX64 => RuntimeInformation.ProcessArchitecture == Architecture.X64;

    /// <summary>F_DUPFD_QUERY of fcntl(2) is EINVAL, as before Linux 6.10; kcmp(2), if so asked, EPERM.</summary>
    internal static void RefuseQueries(bool refuseKCmp) => Install(
    [
        new(LoadWord, 0, 0, CallNumber),
        new(JumpIfEqual, 0, 3, IsX64 ? 72u : 25u),
        new(LoadWord, 0, 0, SecondArgument),
        new(JumpIfEqual, 0, 3, F_DUPFD_QUERY),
        new(Return, 0, 0, Refuse | EINVAL),
        new(JumpIfEqual, 0, 1, IsX64 ? 312u : 272u),
        new(Return, 0, 0, refuseKCmp ? Refuse | EPERM : Allow),
        new(Return, 0, 0, Allow),
    ]);

    /// <summary>F_DUPFD_CLOEXEC of fcntl(2), with our least number: not the runtime's own, is EMFILE, as where no number is free.</summary>
    internal static void RefuseDuplicates() => Install(
    [
        new(LoadWord, 0, 0, CallNumber),
        new(JumpIfEqual, 0, 5, IsX64 ? 72u : 25u),
        new(LoadWord, 0, 0, SecondArgument),
        new(JumpIfEqual, 0, 3, F_DUPFD_CLOEXEC),
        new(LoadWord, 0, 0, ThirdArgument),
        new(JumpIfEqual, 0, 1, UnixHandles.FirstDuplicate),
        new(Return, 0, 0, Refuse | EMFILE),
        new(Return, 0, 0, Allow),
    ]);

    private static void Install(ReadOnlySpan<Instruction> program)
    {
        Assert.Equal(0, Prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0));
        // SAFETY: prctl(2) reads one struct sock_fprog, on this stack frame, and the instructions that it points at, pinned for the call.
        fixed (Instruction* start = program)
        {
            var filter = new Program { Length = (ushort)program.Length, Start = start };
            Assert.Equal(0, Prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, (nint)(&filter), 0, 0));
        }
    }

    [LibraryImport("libc", EntryPoint = "prctl", SetLastError = true)]
    private static partial int Prctl(int option, nint argument2, nint argument3, nint argument4, nint argument5);

    /// <summary>struct sock_filter.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Instruction(ushort Code, byte IfTrue, byte IfFalse, uint Operand);

    /// <summary>struct sock_fprog.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Program
    {
        internal ushort Length;
        internal Instruction* Start;
    }
}
