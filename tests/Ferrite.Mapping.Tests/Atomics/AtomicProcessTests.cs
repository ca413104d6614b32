using System.Globalization;
using System.Runtime.InteropServices;
using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.Atomics;

/// <summary>Between processes, which is what atomics in a file are for.</summary>
public sealed class AtomicProcessTests : FileTests
{
    private const int Adds = 2_500_000;

    /// <summary>The call's number on x64; elsewhere another.</summary>
    private static readonly int Futex = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 202 : 98;

    [Fact]
    public void Two_processes_with_two_threads_each_lose_no_addition()
    {
        string path = PathOf("data");
        using MappedFile file = MappedFile.Create(path, 4096);
        using ChildProcess first = ChildProcess.Start(AddInTwoThreads, path);
        using ChildProcess second = ChildProcess.Start(AddInTwoThreads, path);
        first.WaitForExit().AssertSucceeded();
        second.WaitForExit().AssertSucceeded();
        Assert.Equal(4L * Adds, file.GetAtomic<long>(8).Load());
    }

    [NeedsFact(Needs.Linux)]
    public void Two_processes_hand_a_turn_to_each_other_asleep_between()
    {
        const int Turns = 2_000;
        string path = PathOf("data");
        using MappedFile file = MappedFile.Create(path, 4096);
        using ChildProcess child = ChildProcess.Start(TakeTurns, path, $"{Turns}");
        Play(file, mine: 0, Turns);
        ChildOutcome outcome = child.WaitForExit().AssertSucceeded();
        Assert.Equal(2 * Turns, file.GetAtomic<int>(0).Load());

        // Two thousand times asleep, not spinning: it gave the processor up about as often.
        Assert.InRange(long.Parse(outcome.Lines[^1], CultureInfo.InvariantCulture), Turns / 4, long.MaxValue);
    }

    /// <summary>While it waits, its thread takes no processor time: what the kernel counts in nanoseconds does not change.</summary>
    [NeedsFact(Needs.Linux)]
    public void A_process_that_waits_for_another_sleeps()
    {
        string path = PathOf("data");
        using MappedFile file = MappedFile.Create(path, 4096);
        using ChildProcess child = ChildProcess.Start(WaitForOne, path);
        string thread = $"/proc/{child.Id}/task/{child.WaitFor("thread ")}";
        Assert.True(SpinWait.SpinUntil(() => File.ReadAllText($"{thread}/syscall").StartsWith($"{Futex} ", StringComparison.Ordinal), TimeSpan.FromMinutes(1)));

        // It looks up once a second, in case the file was disposed: so not always, but between.
        Assert.Contains(Enumerable.Range(0, 10), _ =>
        {
            string before = TimeTaken(thread);
            for (int i = 0; i < 1_000_000; i++)
            {
                file.GetAtomic<int>(64).Increment();
            }

            return string.Equals(before, TimeTaken(thread), StringComparison.Ordinal);
        });
        file.GetAtomic<int>(0).Store(1);
        Assert.Equal(1, file.GetAtomic<int>(0).Wake());
        child.WaitForExit().AssertSucceeded();
    }

    [NeedsFact(Needs.Linux | Needs.Strace)]
    public void A_turn_costs_a_wake_and_no_more_than_two_waits()
    {
        const int Turns = 500;
        string path = PathOf("data");
        string trace = PathOf("trace");
        using MappedFile file = MappedFile.Create(path, 4096);
        var traced = new ChildOptions { Wrapper = ["strace", "-f", "-qq", "-e", "trace=futex,sched_yield,nanosleep,clock_nanosleep", "-o", trace] };
        using ChildProcess child = ChildProcess.Start(traced, TakeTurns, path, $"{Turns}");
        Play(file, mine: 0, Turns);
        child.WaitForExit().AssertSucceeded();

        // Between processes a futex is not private; the runtime's own, inside the process, are.
        string[] calls = [.. File.ReadLines(trace).Where(static line => !line.Contains("PRIVATE", StringComparison.Ordinal) && !line.Contains("resumed", StringComparison.Ordinal))];
        int waits = calls.Count(static line => line.Contains("FUTEX_WAIT", StringComparison.Ordinal));
        int wakes = calls.Count(static line => line.Contains("FUTEX_WAKE", StringComparison.Ordinal));
        // One that finds the other done already needs none.
        Assert.InRange(waits, 0, 2 * Turns);
        Assert.InRange(wakes, Turns, Turns + 10);
    }

    [NeedsFact(Needs.Linux)]
    public void Waiting_ends_when_the_time_is_up_or_the_value_is_another()
    {
        using MappedFile file = MappedFile.Create(PathOf("data"), 64);
        AtomicRef<int> word = file.GetAtomic<int>(0);
        Assert.False(word.Wait(0, TimeSpan.FromMilliseconds(5)));
        Assert.False(word.Wait(0, TimeSpan.Zero));
        Assert.True(word.Wait(1, Timeout.InfiniteTimeSpan));
        Assert.Equal(0, word.Wake());
        Assert.Throws<ArgumentOutOfRangeException>(() => file.GetAtomic<int>(0).Wait(0, TimeSpan.FromSeconds(-2)));
        Assert.Throws<NotSupportedException>(() => file.GetAtomic<long>(0).Wait(0, TimeSpan.Zero));
        Assert.Throws<NotSupportedException>(() => file.GetAtomic<ulong>(0).Wake());
    }

    [NeedsFact(Needs.Linux)]
    public void A_waiter_learns_that_the_file_was_disposed()
    {
        MappedFile file = MappedFile.Create(PathOf("data"), 64);
        using var waiting = new ManualResetEventSlim();
        Task<Exception?> waiter = Task.Run<Exception?>(() => Record.Exception(() =>
        {
            waiting.Set();
            file.GetAtomic<int>(0).Wait(0, Timeout.InfiniteTimeSpan);
        }));
        waiting.Wait();
        file.Dispose();
        Assert.IsType<ObjectDisposedException>(waiter.GetAwaiter().GetResult());
    }

    [NeedsFact(Needs.FaultGuard)]
    public void A_lost_page_is_an_exception()
    {
        string path = PathOf("data");
        using MappedFile file = MappedFile.Create(path, 1 << 16);
        AtomicRef<long> last = file.GetAtomic<long>(60_000);
        using (FileStream other = new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
        {
            other.SetLength(4096);
        }

        bool thrown = false;
        try
        {
            last.Add(1);
        }
        catch (MappedFileFaultException e)
        {
            thrown = e is { Cause: FaultCause.Truncated, Offset: 60_000 };
        }

        Assert.True(thrown);
        Assert.Throws<MappedFileFaultException>(() => file.GetAtomic<int>(0).Load());
        file.Refresh();
        Assert.Equal(0, file.GetAtomic<int>(0).Load());
    }

    private static void AddInTwoThreads(string[] arguments)
    {
        using MappedFile file = MappedFile.Open(arguments[0], MapMode.ReadWrite);
        Parallel.Invoke(Add, Add);

        void Add()
        {
            AtomicRef<long> counter = file.GetAtomic<long>(8);
            for (int i = 0; i < Adds; i++)
            {
                counter.Increment();
            }
        }
    }

    private static void WaitForOne(string[] arguments)
    {
        using MappedFile file = MappedFile.Open(arguments[0], MapMode.ReadWrite);
        Console.WriteLine($"thread {Path.GetFileName(new FileInfo("/proc/thread-self").ResolveLinkTarget(returnFinalTarget: false)!.FullName)}");
        Assert.True(file.GetAtomic<int>(0).Wait(0, Timeout.InfiniteTimeSpan));
        Assert.Equal(1, file.GetAtomic<int>(0).Load());
    }

    /// <summary>By the scheduler: nanoseconds on a processor, nanoseconds waiting for one, times that it got one. See proc_pid_schedstat(5).</summary>
    private static string TimeTaken(string thread) => File.ReadAllText($"{thread}/schedstat");

    private static void TakeTurns(string[] arguments)
    {
        using MappedFile file = MappedFile.Open(arguments[0], MapMode.ReadWrite);
        Play(file, mine: 1, int.Parse(arguments[1], CultureInfo.InvariantCulture));
        string switches = File.ReadLines("/proc/thread-self/status").Single(line => line.StartsWith("voluntary_ctxt_switches:", StringComparison.Ordinal));
        Console.WriteLine(switches.Split(':')[1].Trim());
    }

    /// <summary>The word counts turns: even ones are the first player's.</summary>
    private static void Play(MappedFile file, int mine, int turns)
    {
        AtomicRef<int> turn = file.GetAtomic<int>(0);
        for (int i = 0; i < turns; i++)
        {
            for (int now = turn.Load(); now % 2 != mine; now = turn.Load())
            {
                Assert.True(turn.Wait(now, TimeSpan.FromSeconds(60)));
            }

            turn.Increment();
            turn.Wake();
        }
    }
}
