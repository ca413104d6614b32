using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.Faults.Flushing;

/// <summary>What a flush asks of the kernel.</summary>
public sealed class FlushCallTests
{
    private const string Calls = "msync,fsync,fdatasync,sync_file_range";

    [NeedsFact(Needs.Linux | Needs.Strace)]
    public void A_durable_flush_waits_for_the_device()
    {
        using var directory = new TempDirectory();
        Strace trace = Strace.Run(Calls, inject: null, Flush, directory.FileOf(new byte[20_000]), nameof(FlushLevel.Durable));

        string call = Assert.Single(trace.CallsOf("msync"));
        Assert.Contains("MS_SYNC", call, StringComparison.Ordinal);
        Assert.Contains("20000", call, StringComparison.Ordinal);
        Assert.Empty(trace.CallsOf("fsync"));
    }

    [NeedsFact(Needs.Linux | Needs.Strace)]
    public void A_scheduled_flush_does_not()
    {
        using var directory = new TempDirectory();
        Strace trace = Strace.Run(Calls, inject: null, Flush, directory.FileOf(new byte[20_000]), nameof(FlushLevel.Schedule));

        Assert.DoesNotContain("MS_SYNC", Assert.Single(trace.CallsOf("msync")), StringComparison.Ordinal);
        Assert.Empty(trace.CallsOf("fsync"));
    }

    [NeedsFact(Needs.Linux | Needs.Strace)]
    public void A_flush_of_a_range_takes_whole_pages()
    {
        using var directory = new TempDirectory();
        Strace trace = Strace.Run(Calls, inject: null, FlushRange, directory.FileOf(new byte[50_000]));

        Assert.EndsWith($"000, {100 + 10}, MS_SYNC) = 0", Assert.Single(trace.CallsOf("msync")), StringComparison.Ordinal);
    }

    [NeedsTheory(Needs.Linux | Needs.Strace)]
    [InlineData(MapMode.ReadOnly)]
    [InlineData(MapMode.CopyOnWrite)]
    public void Where_nothing_can_reach_the_file_there_is_nothing_to_flush(MapMode mode)
    {
        using var directory = new TempDirectory();
        Strace trace = Strace.Run(Calls, inject: null, FlushIn, directory.FileOf(new byte[20_000]), mode.ToString());

        Assert.Equal("", trace.ToString());
    }

    [NeedsFact(Needs.Linux | Needs.Strace)]
    public void The_first_durable_flush_of_a_new_file_syncs_its_directory()
    {
        using var directory = new TempDirectory();
        Strace trace = Strace.Run(Calls, inject: null, CreateAndFlush, directory.File());

        Assert.Contains($"<{directory.Path}>)", Assert.Single(trace.CallsOf("fsync")), StringComparison.Ordinal);
        string[] lines = trace.ToString().Split('\n');
        Assert.Equal(4, lines.Length);
        // Scheduled, durable, the directory, durable.
        Assert.Contains("MS_ASYNC", lines[0], StringComparison.Ordinal);
        Assert.Contains("MS_SYNC", lines[1], StringComparison.Ordinal);
        Assert.Contains("fsync", lines[2], StringComparison.Ordinal);
        Assert.Contains("MS_SYNC", lines[3], StringComparison.Ordinal);
    }

    [NeedsFact(Needs.Linux | Needs.Strace)]
    public void A_directory_that_could_not_be_synced_is_synced_by_the_next_flush()
    {
        using var directory = new TempDirectory();
        Strace trace = Strace.Run(Calls, "fsync:error=EIO:when=1", FailDirectory, directory.File());

        Assert.Equal(2, trace.CallsOf("fsync").Length);
    }

    private static void Flush(string[] arguments)
    {
        using MappedFile mapped = MappedFile.Open(arguments[0], MapMode.ReadWrite);
        mapped.Write(10_000, 42);
        mapped.Flush(Enum.Parse<FlushLevel>(arguments[1]));
    }

    private static void FlushRange(string[] arguments)
    {
        using MappedFile mapped = MappedFile.Open(arguments[0], MapMode.ReadWrite);
        mapped.Flush((4 * MappedFile.PageSize) + 100, 10);
    }

    private static void FlushIn(string[] arguments)
    {
        using MappedFile mapped = MappedFile.Open(arguments[0], Enum.Parse<MapMode>(arguments[1]));
        mapped.Flush();
        mapped.Flush(FlushLevel.Schedule);
    }

    private static void CreateAndFlush(string[] arguments)
    {
        using MappedFile mapped = MappedFile.Create(arguments[0], 20_000);
        mapped.Write(10_000, 42);
        mapped.Flush(FlushLevel.Schedule);
        mapped.Flush();
        mapped.Flush();
    }

    private static void FailDirectory(string[] arguments)
    {
        using MappedFile mapped = MappedFile.Create(arguments[0], 20_000);
        IOException failure = Assert.Throws<IOException>(() => mapped.Flush());
        Assert.Contains("EIO", failure.Message, StringComparison.Ordinal);
        mapped.Flush();
    }
}
