using System.Runtime.CompilerServices;
using Ferrite.Mapping.Tests.Faults;
using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.FlushPolicies;

/// <summary>The flusher of <see cref="FlushPolicy.Every"/>: armed while something is pending and no longer, whatever becomes of the file.</summary>
public sealed class BackgroundFlushTests : FileTests
{
    private static readonly MappedFileOptions Soon = new() { FlushPolicy = FlushPolicy.Every(TimeSpan.FromMilliseconds(1)) };
    private static readonly MappedFileOptions Late = new() { FlushPolicy = FlushPolicy.Every(TimeSpan.FromDays(1)) };

    [Fact]
    public void It_goes_on_after_the_file_was_resized_and_refreshed()
    {
        using MappedFile file = MappedFile.Create(PathOf(), 4096, Soon);
        foreach (Action change in (Action[])[() => file.Resize(4000), () => file.Resize(1 << 20), () => file.Resize(8 << 20), file.Refresh, () => file.Resize(0)])
        {
            file.Write(0, 1L);
            change();
            AssertFlushed(file);
            if (file.Length > 0)
            {
                file.Write(8, 2L);
                AssertFlushed(file);
            }
        }
    }

    [Fact]
    public void It_sleeps_while_nothing_is_pending() => ChildProcess.Run(CountTimers, PathOf()).AssertSucceeded();

    [Fact]
    public void It_does_not_keep_a_dropped_file_from_being_collected()
    {
        WeakReference file = WriteAndDrop(PathOf());
        for (int i = 0; file.IsAlive; i++)
        {
            Assert.InRange(i, 0, 100);
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    [Fact]
    public void It_and_Dispose_meet_at_any_moment()
    {
        for (int i = 0; i < 300; i++)
        {
            using MappedFile file = MappedFile.Create(PathOf(), 1 << 16, Soon);
            file.Write(0, (long)i);
            Thread.SpinWait(i * 100);
            file.Write(1 << 15, (long)i);
        }

        Assert.Equal(299, BitConverter.ToInt64(File.ReadAllBytes(PathOf()), 1 << 15));
    }

    [NeedsFact(Needs.Strace)]
    public void After_a_failure_was_forgiven_it_tries_again() =>
        Strace.Run("msync", "msync:error=EIO:when=1", FailThenRefresh, PathOf());

    [NeedsFact(Needs.FaultGuard)]
    public void After_a_fault_was_forgiven_it_tries_again()
    {
        using MappedFile file = MappedFile.Create(PathOf(), 1 << 16, Soon);
        file.Flush();
        CutFile.SetLength(PathOf(), 4096);
        Assert.Throws<MappedFileFaultException>(() => file.Read<long>(1 << 15));
        Assert.Throws<MappedFileFaultException>(() => file.Write(0, 1L));
        file.Refresh();
        file.Write(0, 1L);
        AssertFlushed(file);
    }

    private static void AssertFlushed(MappedFile file) =>
        Assert.True(SpinWait.SpinUntil(() => (file.PendingBytes, file.PendingWrites) == (0, 0), TimeSpan.FromMinutes(1)));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference WriteAndDrop(string path)
    {
        MappedFile file = MappedFile.Create(path, 4096, Late);
        file.Write(0, 1L);
        return new WeakReference(file);
    }

    private static void CountTimers(string[] arguments)
    {
        long before = Timer.ActiveCount;
        using (MappedFile file = MappedFile.Create(arguments[0], 4096, Soon))
        {
            Assert.Equal(before, Timer.ActiveCount);
            for (int i = 0; i < 3; i++)
            {
                file.Write(0, 1L);
                AssertFlushed(file);
                Assert.True(SpinWait.SpinUntil(() => Timer.ActiveCount == before, TimeSpan.FromMinutes(1)));
            }
        }

        using MappedFile late = MappedFile.Create(arguments[0], 4096, Late);
        late.Write(0, 1L);
        late.Write(0, 2L);
        Assert.Equal(before + 1, Timer.ActiveCount);
        late.Dispose();
        Assert.Equal(before, Timer.ActiveCount);
    }

    private static void FailThenRefresh(string[] arguments)
    {
        using MappedFile file = MappedFile.Create(arguments[0], 4096, Soon);
        file.Write(0, 1L);
        Assert.True(SpinWait.SpinUntil(() => HasFailed(file), TimeSpan.FromMinutes(1)));
        Assert.Equal(8, file.PendingBytes);

        // No write comes that would arm it. The injection counts for each thread of the pool: it may fail more than once.
        Assert.True(SpinWait.SpinUntil(
            () =>
            {
                if (HasFailed(file))
                {
                    file.Refresh();
                }

                // Nothing is pending, too, while a flush that is going to fail is under way: one of our own waits for it.
                return file.PendingBytes == 0 && Record.Exception(() => file.Flush()) is null;
            },
            TimeSpan.FromMinutes(1)));
    }

    private static bool HasFailed(MappedFile file) =>
        Record.Exception(() => file.Flush(FlushLevel.Schedule)) is IOException e && e.Message.Contains("EIO", StringComparison.Ordinal);
}
