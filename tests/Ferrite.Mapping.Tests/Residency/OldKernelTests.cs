using System.Runtime.InteropServices;
using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.Residency;

/// <summary>Kernels before 6.5 have no cachestat(2), and container runtimes may forbid what they don't know: mincore(2) alone must do.</summary>
public sealed unsafe partial class OldKernelTests : LeakCheckedTests
{
    private const int Pages = 5000;
    private const int NotPermitted = 1;
    private const int NoSuchCall = 38;

    private static readonly int Page = MappedFile.PageSize;

    private readonly TempDirectory _directory = new();

    [NeedsTheory(Needs.Eviction)]
    [InlineData(NoSuchCall)]
    [InlineData(NotPermitted)]
    public void Without_the_call_pages_are_found_where_they_are(int error)
    {
        string path = ColdFile();
        using IDisposable pinned = PageCache.Pin(path, 1, 4095, 4096, Pages - 1);

        ChildProcess.Run(AssertSomeResident, path, $"{error}").AssertSucceeded();
    }

    [NeedsFact(Needs.Eviction)]
    public void Without_the_call_all_and_nothing_are_told_apart()
    {
        string warm = _directory.FileOf(new byte[3 * Page], "warm");
        using IDisposable pinned = PageCache.Pin(warm, 0, 1, 2);

        ChildProcess.Run(AssertAllAndNothing, warm, ColdFile()).AssertSucceeded();
    }

    [NeedsFact(Needs.Eviction | Needs.OtherUser)]
    public void Without_the_call_what_is_hidden_is_unknown()
    {
        Tool.Run("chmod", "755", _directory.Path);
        var asNobody = new ChildOptions { Wrapper = ["setpriv", "--reuid=65534", "--clear-groups"] };

        ChildProcess.Run(asNobody, AssertUnknown, ColdFile()).AssertSucceeded();
    }

    protected override void Dispose(bool disposing)
    {
        _directory.Dispose();
        base.Dispose(disposing);
    }

    private string ColdFile()
    {
        string path = _directory.FileOf(new byte[Pages * (long)Page]);
        PageCache.Evict(path);
        return path;
    }

    private static void AssertSomeResident(string[] arguments)
    {
        Forbid(int.Parse(arguments[1], System.Globalization.CultureInfo.InvariantCulture));

        PageResidency residency = PageResidency.Of(arguments[0]);

        Assert.Equal([(Page, Page), (4095L * Page, 2 * Page), ((Pages - 1L) * Page, Page)], residency.ResidentRanges);
    }

    private static void AssertAllAndNothing(string[] arguments)
    {
        Forbid(NoSuchCall);
        Assert.Equal([(0, 3 * Page)], PageResidency.Of(arguments[0]).ResidentRanges);
        Assert.Empty(PageResidency.Of(arguments[1]).ResidentRanges);
    }

    private static void AssertUnknown(string[] arguments)
    {
        Forbid(NoSuchCall);
        Assert.False(PageResidency.Of(arguments[0]).IsKnown);
    }

    /// <summary>Makes cachestat(2) fail on this thread: a seccomp filter of four instructions. See seccomp(2).</summary>
    private static void Forbid(int error)
    {
        const int SetNoNewPrivileges = 38;
        const int SetSeccomp = 22;
        const nuint FilterMode = 2;
        const uint CacheStat = 451;
        // SAFETY: prctl(2) PR_SET_SECCOMP reads one struct sock_fprog and its instructions; both live on this stack frame.
        ulong* filter = stackalloc ulong[]
        {
            Instruction(0x20, 0, 0, 0),                      // load the call's number
            Instruction(0x15, 0, 1, CacheStat),              // another one: skip the next
            Instruction(0x06, 0, 0, 0x0005_0000 | (uint)error), // fail with the error
            Instruction(0x06, 0, 0, 0x7FFF_0000),            // allow
        };
        var program = new FilterProgram { Count = 4, Instructions = filter };
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
