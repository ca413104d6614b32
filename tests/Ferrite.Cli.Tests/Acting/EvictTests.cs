using System.Globalization;
using Ferrite.Cli.Tests.Kit;
using Ferrite.TestKit;

namespace Ferrite.Cli.Tests.Acting;

public sealed class EvictTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [NeedsFact(Needs.Eviction)]
    public void Pages_go_also_those_that_are_not_on_disk_yet_and_no_byte_is_lost()
    {
        byte[] content = new byte[200 * Pages.Size];
        new Random(7).NextBytes(content);
        string path = _directory.FileOf(content);

        ToolOutcome outcome = FerriteTool.Cache("evict", "--json", path).AssertSucceeded();

        Assert.Empty(Pages.In(path));
        ActionDocument document = ActionDocument.Parse("evict", outcome.Output);
        Assert.Equal(content.Length, document.Total.DroppedBytes);
        Assert.Equal(0, document.Total.ResidentPages);
        Assert.Null(document.FileOf(path).Stays);
        Assert.Equal(content, File.ReadAllBytes(path));
    }

    [NeedsFact(Needs.Eviction)]
    public void Only_the_range_goes()
    {
        string path = Pages.File(_directory, "data", 20, Pages.Range(0, 20));

        string range = string.Create(CultureInfo.InvariantCulture, $"{5 * Pages.Size}-{8 * Pages.Size}");
        FerriteTool.Cache("evict", "--range", range, path).AssertSucceeded();

        Assert.Equal([.. Pages.Range(0, 5), .. Pages.Range(8, 12)], Pages.In(path));
    }

    [NeedsFact(Needs.Eviction)]
    public void What_is_locked_stays_and_it_is_said_by_whom()
    {
        string locked = Pages.File(_directory, "locked", 10, Pages.Range(0, 10));
        string free = Pages.File(_directory, "other", 10, Pages.Range(0, 10));
        using IDisposable pinned = PageCache.Pin(locked, 1, 2, 3);

        ToolOutcome outcome = FerriteTool.Cache("evict", locked, free);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal([1, 2, 3], Pages.In(locked));
        Assert.Empty(Pages.In(free));
        Assert.StartsWith($"ferrite: {locked}: 3 pages stay: locked by ", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains($"({Environment.ProcessId})", outcome.Errors, StringComparison.Ordinal);
        Assert.Equal("pages of 1 file, see standard error", outcome.Sum("Stay"));
    }

    [NeedsFact(Needs.Mount)]
    public void Of_a_file_system_in_memory_nothing_can_go()
    {
        using SmallFileSystem memory = SmallFileSystem.Tmpfs(1 << 20);
        File.WriteAllBytes(memory.File(), new byte[3 * Pages.Size]);

        ToolOutcome outcome = FerriteTool.Cache("evict", memory.File());

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal($"ferrite: {memory.File()}: 3 pages stay: its file system is in memory, and has no other place for them\n", outcome.Errors);
    }
}
