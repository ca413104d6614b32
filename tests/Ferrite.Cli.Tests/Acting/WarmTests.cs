using System.Globalization;
using Ferrite.Cli.Tests.Kit;
using Ferrite.TestKit;

namespace Ferrite.Cli.Tests.Acting;

public sealed class WarmTests : IDisposable
{
    private const int BytesOfSector = 512;

    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [NeedsFact(Needs.Eviction)]
    public void What_is_missing_is_read_and_counted()
    {
        string half = Pages.File(_directory, "half", 100, Pages.Range(20, 50));
        string warm = Pages.File(_directory, "warm", 10, Pages.Range(0, 10));
        Tool.Run("ln", half, _directory.File("z-second-name"));

        ToolOutcome outcome = FerriteTool.Cache("warm", "--json", _directory.Path).AssertSucceeded();

        ActionDocument document = ActionDocument.Parse("warm", outcome.Output);
        ActionFile file = document.FileOf(half);
        Assert.Equal(50, file.ResidentPagesBefore);
        Assert.Equal(100, file.ResidentPages);
        Assert.Equal(50 * Pages.Size, file.ReadBytes);
        Assert.Equal(0, document.FileOf(warm).ReadBytes);
        Assert.Equal(2, document.Total.Files);
        Assert.Equal(1, document.Total.NotCounted);
        Assert.Equal(50 * Pages.Size, document.Total.ReadBytes);
        Assert.Equal(100, Pages.In(half).Length);
    }

    /// <summary>By the counters of a disk of its own: what is there already is not read again, and nothing beside what is asked for.</summary>
    [NeedsTheory(Needs.LoopDevice)]
    [InlineData("", 2048 - 700)]
    [InlineData("--range=1M-3M", 512 - 44)]
    public void The_disk_reads_what_is_missing_and_no_more(string option, int pages)
    {
        using SmallFileSystem disk = SmallFileSystem.Ext4(32 << 20);
        string path = disk.File();
        File.WriteAllBytes(path, new byte[2048 * Pages.Size]);
        PageCache.Evict(path);
        PageCache.Warm(path, [.. Pages.Range(0, 300), .. Pages.Range(1000, 400)]);
        long before = SectorsRead(disk);

        ToolOutcome outcome = FerriteTool.Cache(option.Length > 0 ? ["warm", "--json", option, path] : ["warm", "--json", path]).AssertSucceeded();

        long read = (SectorsRead(disk) - before) * BytesOfSector / Pages.Size;
        Assert.Equal((long)pages * Pages.Size, ActionDocument.Parse("warm", outcome.Output).Total.ReadBytes);
        // What is beyond is the directory, the inode and the map of the file's blocks.
        Assert.InRange(read, pages, pages + 16);
    }

    [NeedsFact(Needs.Eviction)]
    public void Only_the_range_comes_in()
    {
        string path = Pages.File(_directory, "data", 100);

        string range = string.Create(CultureInfo.InvariantCulture, $"{10 * Pages.Size}-{(12 * Pages.Size) + 1}");
        FerriteTool.Cache("warm", "--range", range, path).AssertSucceeded();

        Assert.Equal([10, 11, 12], Pages.In(path));
    }

    [NeedsFact(Needs.Eviction)]
    public void Holes_are_not_read()
    {
        string path = _directory.SparseFile(1L << 40);
        using (FileStream stream = File.OpenWrite(path))
        {
            stream.Position = 1L << 39;
            stream.Write(new byte[Pages.Size]);
        }

        PageCache.Evict(path);
        ActionDocument document = ActionDocument.Parse("warm", FerriteTool.Cache("warm", "--json", path).AssertSucceeded().Output);

        Assert.Equal(Pages.Size, document.Total.ReadBytes);
        Assert.Equal(1, document.Total.ResidentPages);
    }

    [NeedsFact(Needs.Eviction | Needs.OtherUser)]
    public void Of_files_of_another_it_is_unknown_what_is_there_and_all_is_read()
    {
        string path = Pages.File(_directory, "foreign", 10);
        Tool.Run("chmod", "755", _directory.Path, path);

        ToolOutcome outcome = FerriteTool.Run(ToolOptions.AsNobody, "cache", "warm", path).AssertSucceeded();

        Assert.Equal(10, Pages.In(path).Length);
        Assert.StartsWith("1 file, 10 pages", outcome.Sum("Unknown"), StringComparison.Ordinal);
        Assert.DoesNotContain("%", outcome.Output, StringComparison.Ordinal);
    }

    [NeedsFact(Needs.LoopDevice)]
    public void What_the_disk_has_lost_is_said_and_the_rest_is_read()
    {
        using SmallFileSystem disk = SmallFileSystem.Ext4(8 << 20);
        File.WriteAllBytes(disk.File(), new byte[64 * Pages.Size]);
        PageCache.Evict(disk.File());
        string other = Pages.File(_directory, "other", 10);
        disk.LoseDevice();

        ToolOutcome outcome = FerriteTool.Cache("warm", disk.File(), other);

        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith($"ferrite: {disk.File()}: ", outcome.Errors, StringComparison.Ordinal);
        Assert.Equal("1, see standard error", outcome.Sum("Failed"));
        Assert.Equal(10, Pages.In(other).Length);
    }

    /// <summary>Reads are slowed down, so that the signal comes before the end.</summary>
    [NeedsFact(Needs.Eviction | Needs.Strace)]
    public void A_signal_stops_it_and_it_says_what_was_done()
    {
        string path = Pages.File(_directory, "data", 64 * 400);
        string script = $"""
            strace -f -qq -o /dev/null -e trace=pread64 -e inject=pread64:delay_enter=100000 -P '{path}' $FERRITE cache warm '{path}' &
            until [ "$(find /proc/[0-9]*/fd -lname '{path}' 2>/dev/null | wc -l)" -gt 1 ]; do :; done
            kill -TERM $(pgrep -P $!); wait $!
            """;

        ToolOutcome outcome = FerriteTool.RunShell(script);

        Assert.True(outcome.ExitCode == 1, outcome.ToString());
        Assert.StartsWith("before the end", outcome.Sum("Stopped"), StringComparison.Ordinal);
        Assert.InRange(Pages.In(path).Length, 0, (64 * 400) - 1);
    }

    private static long SectorsRead(SmallFileSystem disk)
    {
        string device = Path.GetFileName(Tool.Run("findmnt", "-no", "SOURCE", disk.Path).Trim());
        string[] counters = File.ReadAllText($"/sys/block/{device}/stat").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return long.Parse(counters[2], CultureInfo.InvariantCulture);
    }
}
