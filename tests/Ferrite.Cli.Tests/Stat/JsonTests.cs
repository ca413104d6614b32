using Ferrite.Cli.Tests.Kit;
using Ferrite.TestKit;

namespace Ferrite.Cli.Tests.Stat;

/// <summary>What programs read: strictly, so that a member more or less is a failure here before it is one elsewhere.</summary>
public sealed class JsonTests : IDisposable
{
    private static readonly int Page = Environment.SystemPageSize;

    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [NeedsFact(Needs.Eviction)]
    public void Ranges_are_where_the_pages_are()
    {
        string path = _directory.FileOf(new byte[(9 * Page) + 5]);
        PageCache.Evict(path);
        using IDisposable pinned = PageCache.Pin(path, 1, 2, 3, 7, 9);

        StatDocument document = StatDocument.Parse(FerriteTool.Stat("--json", path).AssertSucceeded().Output);

        StatFile file = document.FileOf(path);
        Assert.Null(file.PathBase64);
        Assert.True(file.Known);
        Assert.True(file.Counted);
        Assert.Equal((9 * Page) + 5, file.Size);
        Assert.Equal(10, file.Pages);
        Assert.Equal(5, file.ResidentPages);
        Assert.Equal((4 * Page) + 5, file.ResidentBytes);
        Assert.Equal([[Page, 3 * Page], [7 * Page, Page], [9 * Page, 5]], file.Ranges);
        Assert.Equal(new StatTotal(1, 10, (9 * Page) + 5, 5, (4 * Page) + 5, 0, 0, 0, 0, 0, 0, 0), document.Total);
        Assert.Empty(document.Failures);
    }

    [Fact]
    public void Failures_are_listed()
    {
        string path = _directory.FileOf([1, 2, 3]);

        ToolOutcome outcome = FerriteTool.Stat("--json", path, _directory.File("missing"));

        Assert.Equal(1, outcome.ExitCode);
        StatDocument document = StatDocument.Parse(outcome.Output);
        Assert.Equal(3, document.FileOf(path).Size);
        Assert.Equal([new StatFailure(_directory.File("missing"), null, "No such file or directory")], document.Failures);
        Assert.Equal(1, document.Total.Failures);
    }

    [Fact]
    public void Summary_leaves_out_the_files()
    {
        _directory.FileOf([1, 2, 3]);

        StatDocument document = StatDocument.Parse(FerriteTool.Stat("--json", "-s", _directory.Path).AssertSucceeded().Output);

        Assert.Null(document.Files);
        Assert.Equal(1, document.Total.Files);
        Assert.Equal(1, document.Total.Directories);
    }

    [Fact]
    public void Of_no_files_it_is_complete_as_well()
    {
        StatDocument document = StatDocument.Parse(FerriteTool.Stat("--json", _directory.Path).AssertSucceeded().Output);

        Assert.Empty(document.Files!);
        Assert.Equal(0, document.Total.Files);
    }

    [Fact]
    public void Files_have_a_line_each()
    {
        for (int i = 0; i < 20; i++)
        {
            _directory.FileOf([1], $"{i}");
        }

        string output = FerriteTool.Stat("--json", _directory.Path).AssertSucceeded().Output;

        Assert.Equal(20, output.Split('\n').Count(static line => line.StartsWith("{\"path\":", StringComparison.Ordinal)));
        Assert.Equal(20, StatDocument.Parse(output).Files!.Length);
    }
}
