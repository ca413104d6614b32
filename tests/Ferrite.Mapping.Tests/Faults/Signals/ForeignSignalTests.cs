using System.Diagnostics;
using System.Runtime.InteropServices;
using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.Faults.Signals;

/// <summary>A signal that isn't ours goes where it would have gone without us.</summary>
public sealed class ForeignSignalTests
{
    private const Needs Native = Needs.Linux | Needs.FaultGuard | Needs.CCompiler;
    private const int SIGBUS = 7;
    private const int BUS_MCEERR_AO = 5;

    [NeedsFact(Native)]
    public void A_fault_outside_any_region_kills_as_it_does_without_the_guard()
    {
        ChildOutcome guarded = RunWithLibrary(TouchForeignHole, "guarded");
        ChildOutcome bare = RunWithLibrary(TouchForeignHole, "bare");

        Assert.Equal(SIGBUS, bare.Signal);
        Assert.Equal(bare.Signal, guarded.Signal);
        Assert.Equal(["before"], guarded.Lines);
    }

    [NeedsFact(Needs.Linux | Needs.FaultGuard)]
    public void A_fault_outside_any_region_in_managed_code_kills_as_it_does_without_the_guard()
    {
        ChildOutcome guarded = ChildProcess.Run(TouchManagedHole, "guarded");
        ChildOutcome bare = ChildProcess.Run(TouchManagedHole, "bare");

        Assert.NotNull(bare.Signal);
        Assert.Equal(bare.Signal, guarded.Signal);
        Assert.Equal(["before"], guarded.Lines);
    }

    [NeedsFact(Needs.Linux | Needs.FaultGuard)]
    public void A_mapping_without_the_guard_dies_of_a_fault() => Assert.NotNull(ChildProcess.Run(TouchUnguarded).Signal);

    /// <summary>.NET's own handler passes the first on to nobody and takes itself away, so that the second kills.</summary>
    [NeedsTheory(Needs.Linux | Needs.FaultGuard)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_signal_sent_from_outside_does_what_it_does_without_the_guard(int times)
    {
        ChildOutcome guarded = SendFromOutside("guarded", times);
        ChildOutcome bare = SendFromOutside("bare", times);

        Assert.Equal(bare.Signal, guarded.Signal);
        Assert.Equal(bare.Lines, guarded.Lines);
        Assert.Equal(times == 1 ? null : SIGBUS, bare.Signal);
    }

    /// <summary>The kernel tells of memory that went bad while nobody used it: no instruction faults again on return. As above, the second kills.</summary>
    [NeedsFact(Native)]
    public void Memory_failure_notices_kill_as_they_do_by_default()
    {
        Assert.Equal(SIGBUS, RunWithLibrary(MemoryFailureNotice, "bare").Signal);
        Assert.Equal(SIGBUS, RunWithLibrary(MemoryFailureNotice, "guarded").Signal);
    }

    [NeedsFact(Needs.Linux | Needs.FaultGuard)]
    public void Null_references_are_still_exceptions() => ChildProcess.Run(NullReferences).AssertSucceeded();

    private static ChildOutcome RunWithLibrary(Action<string[]> scenario, params string[] arguments)
    {
        using var directory = new TempDirectory();
        return ChildProcess.Run(scenario, [BusHandlers.Compile(directory), .. arguments]);
    }

    private static ChildOutcome SendFromOutside(string guard, int times)
    {
        using ChildProcess child = ChildProcess.Start(Answer, guard);
        child.WaitFor("ready");
        for (int i = 0; i < times; i++)
        {
            WaitUntilItReads(child.Id);
            Tool.Run("kill", "-BUS", $"{child.Id}");
            child.TrySend("go on");
            child.TryWaitFor("survived");
        }

        return child.WaitForExit();
    }

    /// <summary>In read(2): a signal that meets managed code is a fault of that code to .NET, with the guard or without.</summary>
    private static void WaitUntilItReads(int id)
    {
        string read = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? "0 " : "63 ";
        var waiting = Stopwatch.StartNew();
        while (!File.ReadAllText($"/proc/{id}/syscall").StartsWith(read, StringComparison.Ordinal) && waiting.Elapsed < TimeSpan.FromSeconds(30))
        {
            Thread.Yield();
        }
    }

    private static void Guard(string guard)
    {
        if (string.Equals(guard, "guarded", StringComparison.Ordinal))
        {
            GuardTests.AssertGuards();
        }
    }

    private static void TouchForeignHole(string[] arguments)
    {
        Guard(arguments[1]);
        BusHandlers library = BusHandlers.Load(arguments[0]);
        Console.WriteLine("before");
        Console.WriteLine($"read {library.TouchForeignHole()}");
    }

    private static void TouchManagedHole(string[] arguments)
    {
        Guard(arguments[0]);
        TouchUnguarded(arguments);
    }

    private static void TouchUnguarded(string[] arguments)
    {
        using var cut = new CutFile();
        using MappedFile mapped = MappedFile.Open(cut.Path, new MappedFileOptions { FaultGuard = false });
        cut.CutToPages(1);
        Console.WriteLine("before");
        Console.WriteLine($"read {mapped.Read<int>(2 * CutFile.PageSize)}");
    }

    private static void Answer(string[] arguments)
    {
        Guard(arguments[0]);
        Console.WriteLine("ready");
        while (Console.ReadLine() is not null)
        {
            Console.WriteLine("survived");
        }
    }

    private static void MemoryFailureNotice(string[] arguments)
    {
        BusHandlers library = BusHandlers.Load(arguments[0]);
        Guard(arguments[1]);
        library.Send(BUS_MCEERR_AO, 0);
        Guard(arguments[1]);
        library.Send(BUS_MCEERR_AO, 0);
    }

    private static void NullReferences(string[] arguments)
    {
        GuardTests.AssertGuards();
        for (int i = 0; i < 1000; i++)
        {
            Assert.Throws<NullReferenceException>(static () => Length(null!));
        }

        GuardTests.AssertGuards();
    }

    private static int Length(string text) => text.Length;
}
