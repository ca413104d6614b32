using Ferrite.Mapping.Internal.Watching;
using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.Watching;

/// <summary>When a watch ends, and that it does.</summary>
public sealed class DisposingTests : WatchingTests
{
    [Fact]
    public void Nothing_is_reported_after_Dispose()
    {
        string path = OldFile();
        int calls = 0;
        using var others = new Changes();
        using MappedFile file = MappedFile.Open(path);
        IDisposable watch = file.Watch(_ => Interlocked.Increment(ref calls));
        using IDisposable other = file.Watch(others.Add);

        WriteByte(path);
        watch.Dispose();
        int before = calls;
        others.UpToResize(path, 10);
        others.UpToResize(path, 11);

        Assert.Equal(before, calls);
        watch.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Dispose_waits_for_a_callback_that_runs(bool ofTheFile)
    {
        string path = OldFile();
        using var entered = new ManualResetEventSlim();
        using var leave = new ManualResetEventSlim();
        bool left = false;
        MappedFile file = MappedFile.Open(path);
        IDisposable watch = file.Watch(_ =>
        {
            entered.Set();
            leave.Wait();
            Volatile.Write(ref left, true);
        });
        WriteByte(path);
        Assert.True(entered.Wait(Changes.Patience));

        bool leftBeforeDisposed = false;
        var disposing = new Thread(() =>
        {
            (ofTheFile ? file : watch).Dispose();
            leftBeforeDisposed = Volatile.Read(ref left);
        });
        disposing.Start();
        Await(() => disposing.ThreadState.HasFlag(ThreadState.WaitSleepJoin));
        leave.Set();
        disposing.Join();

        Assert.True(leftBeforeDisposed);
        file.Dispose();
        watch.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_callback_can_dispose_its_own_watch_and_file(bool theFile)
    {
        string path = OldFile();
        using var changes = new Changes();
        MappedFile file = MappedFile.Open(path);
        IDisposable? watch = null;
        using var assigned = new ManualResetEventSlim();
        int calls = 0;
        watch = file.Watch(change =>
        {
            assigned.Wait();
            calls++;
            (theFile ? file : watch!).Dispose();
            changes.Add(change);
        });
        assigned.Set();

        File.Move(path, PathOf("away"));
        // Two changes of one look: after the first there is no second.
        File.Move(FileOf(1, "new"), path);
        changes.Next();

        using MappedFile again = MappedFile.Open(path);
        using IDisposable other = again.Watch(changes.Add);
        changes.UpToResize(path, 2);
        Assert.Equal(1, calls);
        file.Dispose();
    }

    /// <summary>What anybody would write who wants to be rid of a file that was removed.</summary>
    [Fact]
    public void Callbacks_that_all_dispose_the_file_do_not_wait_for_each_other()
    {
        string path = OldFile();
        using var changes = new Changes();
        MappedFile file = MappedFile.Open(path);
        for (int i = 0; i < 8; i++)
        {
            _ = file.Watch(change =>
            {
                file.Dispose();
                changes.Add(change);
            });
        }

        File.Delete(path);

        Assert.Equal(FileChangeKind.Removed, changes.Next().Kind);
        file.Dispose();
    }

    [Fact]
    public void Callbacks_that_dispose_each_other_s_files_do_not_wait_for_each_other()
    {
        using var changes = new Changes();
        using var both = new Barrier(2);
        string one = OldFile("one");
        string two = OldFile("two");
        MappedFile first = MappedFile.Open(one);
        MappedFile second = MappedFile.Open(two);
        _ = first.Watch(change =>
        {
            both.SignalAndWait(Changes.Patience);
            second.Dispose();
            changes.Add(change);
        });
        _ = second.Watch(change =>
        {
            both.SignalAndWait(Changes.Patience);
            first.Dispose();
            changes.Add(change);
        });

        WriteByte(one);
        WriteByte(two);

        Assert.Equal(FileChangeKind.Modified, changes.Next().Kind);
        Assert.Equal(FileChangeKind.Modified, changes.Next().Kind);
        first.Dispose();
        second.Dispose();
    }

    [Fact]
    public void The_file_s_end_is_its_watches_end_and_the_callback_never_meets_a_file_that_is_disposed()
    {
        string path = OldFile();
        for (int i = 0; i < 50; i++)
        {
            MappedFile file = MappedFile.Open(path);
            Exception? failure = null;
            _ = file.Watch(
                change =>
                {
                    try
                    {
                        file.Refresh();
                        _ = file.Read<byte>(0);
                    }
                    catch (ObjectDisposedException e)
                    {
                        failure = e;
                    }
                },
                TimeSpan.FromMilliseconds(1));
            for (int j = 0; j < i; j++)
            {
                WriteByte(path, j);
                Thread.Yield();
            }

            file.Dispose();
            Assert.Null(failure);
        }

        Assert.Equal(0, DirectoryWatcher.Count);
    }

    [Fact]
    public void Unmap_ends_them_too()
    {
        int calls = 0;
        string path = OldFile();
        MappedFile file = MappedFile.Open(path);
        _ = file.Watch(_ => Interlocked.Increment(ref calls));

        using (file.Unmap())
        {
            Assert.Equal(0, DirectoryWatcher.Count);
            WriteByte(path);
            using var changes = new Changes();
            using MappedFile again = MappedFile.Open(path);
            using IDisposable other = again.Watch(changes.Add);
            changes.UpToResize(path, 1);
            Assert.Equal(0, calls);
        }
    }

    [Fact]
    public void A_file_that_was_dropped_ends_its_watch_when_it_is_collected()
    {
        string path = OldFile();
        IDisposable watch = Drop(path, static _ => { });

        Await(() =>
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            return DirectoryWatcher.Count == 0;
        });
        watch.Dispose();
    }

    /// <summary>Or whoever awaits an event, and is known to nobody else, would wait for ever.</summary>
    [Fact]
    public async Task A_watch_that_nobody_refers_to_goes_on()
    {
        string path = OldFile();
        Task<FileChange> changed = FirstChange(path);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        File.Delete(path);

        Assert.Equal(new FileChange(FileChangeKind.Removed, null), await changed.WaitAsync(Changes.Patience));
    }

    [Fact]
    public void An_exception_of_a_callback_is_unhandled()
    {
        ChildOutcome outcome = ChildProcess.Run(Throwing, OldFile());

        Assert.NotEqual(Scenarios.Failed, outcome.ExitCode);
        Assert.False(outcome.Succeeded);
        Assert.Contains("thrown by the callback", outcome.Errors, StringComparison.Ordinal);
    }

    private static async Task<FileChange> FirstChange(string path)
    {
        using MappedFile file = MappedFile.Open(path);
        var changed = new TaskCompletionSource<FileChange>();
        using IDisposable watch = file.Watch(change => changed.TrySetResult(change));
        return await changed.Task.ConfigureAwait(false);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static IDisposable Drop(string path, Action<FileChange> callback) => MappedFile.Open(path).Watch(callback);

    private static void Throwing(string[] arguments)
    {
        using MappedFile file = MappedFile.Open(arguments[0]);
        using IDisposable watch = file.Watch(static _ => throw new InvalidDataException("thrown by the callback"));
        File.Delete(arguments[0]);
        using var never = new ManualResetEventSlim();
        never.Wait(Changes.Patience);
    }
}
