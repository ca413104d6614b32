namespace Ferrite.Mapping.Tests.FlushPolicies;

/// <summary>Writers, flushes of ranges and of all at once: nothing is lost and nothing counted twice.</summary>
public sealed class ConcurrentCountingTests : FileTests
{
    [Fact]
    public void Loses_no_write()
    {
        const int Threads = 4;
        const int Writes = 200_000;
        using MappedFile file = MappedFile.Create(PathOf("data"), 1 << 20, new MappedFileOptions { FlushPolicy = FlushPolicy.Every(TimeSpan.FromDays(1)) });
        RunTogether(Threads, thread =>
        {
            var random = new Random(thread);
            for (int i = 0; i < Writes; i++)
            {
                file.Write(random.Next(1 << 17) * 8L, (long)i);
            }
        });
        Assert.Equal((8L * Threads * Writes, (long)Threads * Writes), (file.PendingBytes, file.PendingWrites));

        file.Flush(0, 1 << 19);
        file.Flush(1 << 19, 1 << 19);
        Assert.Equal((0, 0), (file.PendingBytes, file.PendingWrites));
    }

    /// <summary>The tables grow by the megabyte: they do while others count without looking twice.</summary>
    [Fact]
    public void Loses_no_write_to_a_part_of_the_file_that_was_never_written()
    {
        const int Threads = 4;
        const int Parts = 1024;
        const int EachPart = 8;
        using MappedFile file = MappedFile.Create(
            Path.Combine(MemoryRoot, $"{Guid.NewGuid():N}"), (long)Parts << 20, new MappedFileOptions { FlushPolicy = FlushPolicy.EveryWrites(long.MaxValue) });
        try
        {
            RunTogether(Threads, thread =>
            {
                for (long part = 0; part < Parts; part++)
                {
                    for (int i = 0; i < EachPart; i++)
                    {
                        file.Write((part << 20) + (thread * sizeof(long)), part);
                    }
                }
            });
            const long Writes = Threads * Parts * EachPart;
            Assert.Equal((sizeof(long) * Writes, Writes), (file.PendingBytes, file.PendingWrites));

            file.Flush(0, 1);
            const long Flushed = Threads * EachPart;
            Assert.Equal((sizeof(long) * (Writes - Flushed), Writes - Flushed), (file.PendingBytes, file.PendingWrites));
        }
        finally
        {
            File.Delete(file.Path!);
        }
    }

    [Fact]
    public void Ends_with_nothing_pending_whoever_flushed_what_meanwhile()
    {
        using MappedFile file = MappedFile.Create(PathOf("data"), 1 << 20, new MappedFileOptions { FlushPolicy = FlushPolicy.EveryBytes(1 << 16) });
        RunTogether(4, thread =>
        {
            var random = new Random(thread);
            for (int i = 0; i < 20_000; i++)
            {
                long offset = random.Next(1 << 17) * 8L;
                if (i % 1000 == 0)
                {
                    file.Flush(offset, 8);
                }

                file.Write(offset, (long)i);
                Assert.InRange(file.PendingBytes, 0, (1 << 16) + (4 * 8));
            }
        });
        file.Flush();
        Assert.Equal((0, 0), (file.PendingBytes, file.PendingWrites));
    }

    /// <summary>A write that the flush by the timer just missed sets the timer again, or would wait for the next for ever.</summary>
    [Fact]
    public void Leaves_no_write_to_a_timer_that_is_not_set()
    {
        using MappedFile file = MappedFile.Create(PathOf("data"), 1 << 20, new MappedFileOptions { FlushPolicy = FlushPolicy.Every(TimeSpan.FromMilliseconds(1)) });
        for (int round = 0; round < 20; round++)
        {
            RunTogether(2, thread =>
            {
                for (int i = 0; i < 20_000; i++)
                {
                    file.Write(thread * sizeof(long), (long)i);
                }
            });
            Assert.True(SpinWait.SpinUntil(() => file.PendingBytes == 0, TimeSpan.FromSeconds(30)), $"{file.PendingWrites} writes of round {round} pending.");
        }
    }

    private static void RunTogether(int threads, Action<int> body)
    {
        using var start = new Barrier(threads);
        Task[] tasks = [.. Enumerable.Range(0, threads).Select(thread => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                body(thread);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default))];
        Task.WaitAll(tasks);
    }
}
