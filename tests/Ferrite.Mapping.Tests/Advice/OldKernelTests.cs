using System.Runtime.InteropServices;
using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.Advice;

/// <summary>Kernels without the newer advice answer EINVAL, and so does a seccomp filter here: the nearest, or nothing.</summary>
public sealed unsafe partial class OldKernelTests : LeakCheckedTests
{
    private static readonly int Page = MappedFile.PageSize;

    [NeedsFact(Needs.Linux)]
    public void What_the_kernel_lacks_is_done_without_it() => ChildProcess.Run(AdviseAll).AssertSucceeded();

    [NeedsFact(Needs.Linux | Needs.FaultGuard)]
    public void A_hole_is_found_by_touching() => ChildProcess.Run(TouchHole).AssertSucceeded();

    [NeedsFact(Needs.Linux)]
    public void Locking_brings_pages_in_all_the_same() => ChildProcess.Run(LockPages).AssertSucceeded();

    private static void AdviseAll(string[] arguments)
    {
        Forbid();
        using var directory = new TempDirectory();
        using MappedFile file = MappedFile.Open(directory.FileOf(Bytes.Of(16 * Page)), MapMode.ReadWrite);

        foreach (MemoryAdvice advice in Enum.GetValues<MemoryAdvice>())
        {
            file.Advise(Page + 1, 4 * Page, advice);
        }

        Assert.Equal(5 * Page, Pages.Sum("Rss", file));
        file.Evict(0, file.Length);
        file.Touch(3 * Page, 3 * Page);
        Assert.Equal(3 * Page, Pages.Sum("Rss", file));
        Assert.Equal(Bytes.Of(16 * Page), file.Read(0, 16 * Page, static span => span.ToArray()));
    }

    private static void TouchHole(string[] arguments)
    {
        Forbid();
        using var cut = new Faults.CutFile();
        using MappedFile file = cut.Map();
        cut.CutToPages(3);

        MappedFileFaultException fault = Assert.Throws<MappedFileFaultException>(() => file.Touch(0, file.Length));

        Assert.Equal((3 * Page, FaultCause.Truncated), (fault.Offset, fault.Cause));
        Assert.True(file.IsFaulted);
    }

    private static void LockPages(string[] arguments)
    {
        Forbid();
        using var directory = new TempDirectory();
        using MappedFile file = MappedFile.Open(directory.FileOf(Bytes.Of(16 * Page)));

        file.Lock(0, 3 * Page);

        Assert.Equal(3 * Page, Pages.Sum("Locked", file));
    }

    /// <summary>Makes madvise(2) fail with EINVAL on this thread for all but the first five: a seccomp filter. See seccomp(2).</summary>
    private static void Forbid()
    {
        const int SetNoNewPrivileges = 38;
        const int SetSeccomp = 22;
        const nuint FilterMode = 2;
        const int InvalidArgument = 22;
        uint madvise = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 28u : 233u;
        // SAFETY: prctl(2) PR_SET_SECCOMP reads one struct sock_fprog and its instructions; both live on this stack frame.
        ulong* filter = stackalloc ulong[]
        {
            Instruction(0x20, 0, 0, 0),                      // load the call's number
            Instruction(0x15, 0, 3, madvise),                // another one: allow
            Instruction(0x20, 0, 0, 32),                     // load the low half of the third argument
            Instruction(0x25, 0, 1, 4),                      // up to MADV_DONTNEED: allow
            Instruction(0x06, 0, 0, 0x0005_0000 | InvalidArgument), // fail with the error
            Instruction(0x06, 0, 0, 0x7FFF_0000),            // allow
        };
        var program = new FilterProgram { Count = 6, Instructions = filter };
        Assert.Equal(0, ProcessControl(SetNoNewPrivileges, 1, null, 0, 0));
        Assert.Equal(0, ProcessControl(SetSeccomp, FilterMode, &program, 0, 0));
    }

    /// <summary>struct sock_filter: code, jump if true, jump if false, operand.</summary>
    private static ulong Instruction(ushort code, byte ifTrue, byte ifFalse, uint operand) =>
        code | ((ulong)ifTrue << 16) | ((ulong)ifFalse << 24) | ((ulong)operand << 32);

    [LibraryImport("libc", EntryPoint = "prctl")]
    private static partial int ProcessControl(int option, nuint argument2, FilterProgram* argument3, nuint argument4, nuint argument5);

    /// <summary>struct sock_fprog.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct FilterProgram
    {
        internal ushort Count;
        internal ulong* Instructions;
    }
}
