using Ferrite.Cli.Output;
using Ferrite.Cli.Tests.Kit;
using Ferrite.TestKit;

namespace Ferrite.Cli.Tests.Stat;

/// <summary>What people and pipes read.</summary>
public sealed class TextTests : IDisposable
{
    private static readonly int Page = Environment.SystemPageSize;

    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    /// <summary>Through a pipe the bar has 24 cells: here of 4 pages each.</summary>
    [NeedsFact(Needs.Eviction)]
    public void The_bar_shows_where_the_pages_are()
    {
        string path = _directory.FileOf(new byte[96 * Page]);
        PageCache.Evict(path);
        // Cells: all of the first two, 1 of 4 in the third, 2 of 4 in the fourth, 3 of 4 in the fifth, all of the last.
        using IDisposable pinned = PageCache.Pin(path, [.. Range(0, 8), 8, 12, 13, 16, 17, 18, .. Range(92, 4)]);

        ToolOutcome outcome = FerriteTool.Stat(path).AssertSucceeded();

        Assert.Equal(
            ["18/96", $"{Short(18 * Page)}/{Short(96 * Page)}", "18.8%", "██░▒▓··················█", path], outcome.ColumnsOf(path));
        Assert.Equal("1 file", outcome.Sum("Files"));
        Assert.Equal("18 of 96 in the cache (18.8%)", outcome.Sum("Pages"));
    }

    [NeedsFact(Needs.Eviction)]
    public void A_small_file_has_a_cell_for_each_page()
    {
        string path = _directory.FileOf(new byte[(2 * Page) + 1]);
        PageCache.Evict(path);
        using IDisposable pinned = PageCache.Pin(path, 0, 2);

        string bytes = $"{Short(Page + 1)}/{Short((2 * Page) + 1)}";
        Assert.Equal(["2/3", bytes, "66.7%", "█·█", path], FerriteTool.Stat(path).AssertSucceeded().ColumnsOf(path));
    }

    [NeedsFact(Needs.Eviction)]
    public void A_single_page_of_very_many_is_neither_nothing_nor_rounded_away()
    {
        string path = _directory.SparseFile(2L << 40);
        using IDisposable pinned = PageCache.Pin(path, 1L << 28);

        string[] columns = FerriteTool.Stat(path).AssertSucceeded().ColumnsOf(path);

        Assert.Equal($"1/{(2L << 40) / Page}", columns[0]);
        Assert.Equal("<0.1%", columns[2]);
        Assert.Equal("············░···········", columns[3]);
    }

    [NeedsFact(Needs.Eviction)]
    public void All_but_one_page_is_not_100_percent()
    {
        string path = _directory.FileOf(new byte[2000 * Page]);
        PageCache.Evict(path);
        using IDisposable pinned = PageCache.Pin(path, Range(0, 1999));

        ToolOutcome outcome = FerriteTool.Stat(path).AssertSucceeded();

        Assert.Equal(">99.9%", outcome.ColumnsOf(path)[2]);
        Assert.EndsWith("▓", outcome.ColumnsOf(path)[3], StringComparison.Ordinal);
        Assert.DoesNotContain("100%", outcome.Output, StringComparison.Ordinal);
    }

    /// <summary>A tmpfs holds files of nearly 2⁶³ bytes.</summary>
    [NeedsFact(Needs.Mount)]
    public void The_longest_files_are_shown_and_summed()
    {
        using var volume = SmallFileSystem.Tmpfs(1 << 20);
        string[] paths = [volume.File("a"), volume.File("b"), volume.File("c")];
        foreach (string path in paths)
        {
            using FileStream stream = File.Create(path);
            stream.SetLength(long.MaxValue - Page);
            stream.Position = 1L << 62;
            stream.WriteByte(1);
        }

        ToolOutcome outcome = FerriteTool.Stat(paths).AssertSucceeded();

        Assert.Equal("············░···········", outcome.ColumnsOf(paths[0])[3]);
        Assert.Equal($"{Quantity.Bytes(3 * Page)} of 24 EiB", outcome.Sum("Bytes"));
    }

    [Fact]
    public void An_empty_file_is_said_to_be_empty()
    {
        string path = _directory.FileOf([]);

        ToolOutcome outcome = FerriteTool.Stat(path).AssertSucceeded();

        Assert.Equal(["0/0", "0/0", "-", "empty", path], outcome.ColumnsOf(path));
        Assert.Equal("0 of 0 in the cache", outcome.Sum("Pages"));
    }

    [Fact]
    public void A_pipe_gets_no_escape_sequences_and_whole_paths()
    {
        string name = new('n', 200);
        _directory.FileOf([1], name);

        ToolOutcome outcome = FerriteTool.Stat(With("TERM", "xterm-256color"), _directory.Path).AssertSucceeded();

        Assert.DoesNotContain('\e', outcome.Output);
        Assert.DoesNotContain('\r', outcome.Output);
        Assert.Equal(5, outcome.ColumnsOf(_directory.File(name)).Length);
    }

    [Fact]
    public void A_terminal_that_is_not_utf8_gets_ascii()
    {
        string path = _directory.FileOf([1]);

        Assert.Contains(FerriteTool.Stat(With("LC_ALL", "en_US.ISO-8859-1"), path).AssertSucceeded().ColumnsOf(path)[3], (string[])["#", "."]);
    }

    [Fact]
    public void Summary_has_no_line_for_a_file()
    {
        _directory.FileOf([1]);
        _directory.FileOf(new byte[3000], "other");

        ToolOutcome outcome = FerriteTool.Stat("--summary", _directory.Path).AssertSucceeded();

        Assert.Equal(["Files", "Pages", "Bytes"], outcome.Lines.Select(static line => line.Split(' ')[0]));
        Assert.Equal("2 files in 1 directory", outcome.Sum("Files"));
    }

    private static ToolOptions With(string variable, string value) =>
        new() { Environment = new Dictionary<string, string>(StringComparer.Ordinal) { [variable] = value } };

    private static IEnumerable<long> Range(int first, int count) => Enumerable.Range(first, count).Select(static page => (long)page);

    private static string Short(long bytes) => Quantity.ShortBytes(bytes);
}
