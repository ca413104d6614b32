using Ferrite.Cli.Tests.Kit;
using Ferrite.TestKit;

namespace Ferrite.Cli.Tests.Stat;

/// <summary>The kernel tells nobody about root's files, and mincore(2) claims that all of them are resident.</summary>
public sealed class HiddenTruthTests : IDisposable
{
    private static readonly int Page = Environment.SystemPageSize;

    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [NeedsFact(Needs.Eviction | Needs.OtherUser)]
    public void It_is_unknown_and_never_100_percent()
    {
        string path = Foreign();

        ToolOutcome outcome = FerriteTool.Stat(ToolOptions.AsNobody, path).AssertSucceeded();

        Assert.Equal([$"?/4", $"?/{Ferrite.Cli.Output.Quantity.ShortBytes(4 * Page)}", "?", "unknown", path], outcome.ColumnsOf(path));
        Assert.StartsWith("1 file, 4 pages, ", outcome.Sum("Unknown"), StringComparison.Ordinal);
        Assert.DoesNotContain(outcome.Lines[1..], static line => line.Contains('%', StringComparison.Ordinal));
        Assert.DoesNotContain(outcome.Lines, static line => line.StartsWith("Pages ", StringComparison.Ordinal));
    }

    [NeedsFact(Needs.Eviction | Needs.OtherUser)]
    public void What_is_known_is_summed_apart()
    {
        Foreign();
        string own = _directory.FileOf(new byte[3 * Page], "own");
        Tool.Run("chown", "65534", own);
        PageCache.Evict(own);
        using IDisposable pinned = PageCache.Pin(own, 1);

        ToolOutcome outcome = FerriteTool.Stat(ToolOptions.AsNobody, _directory.Path).AssertSucceeded();
        StatDocument document =
            StatDocument.Parse(FerriteTool.Stat(ToolOptions.AsNobody, "--json", _directory.Path).AssertSucceeded().Output);

        Assert.Equal("1 of known 3 in the cache (33.3%)", outcome.Sum("Pages"));
        Assert.Equal(new StatTotal(2, 7, 7 * Page, 1, Page, 1, 4, 4 * Page, 1, 0, 0, 0), document.Total);
        StatFile hidden = document.FileOf(_directory.File("foreign"));
        Assert.False(hidden.Known);
        Assert.Null(hidden.ResidentPages);
        Assert.Null(hidden.ResidentBytes);
        Assert.Null(hidden.Ranges);
        Assert.Equal([[Page, Page]], document.FileOf(own).Ranges);
    }

    /// <summary>Root's, readable by all, nothing of it resident.</summary>
    private string Foreign()
    {
        string path = _directory.FileOf(new byte[4 * Page], "foreign");
        Tool.Run("chmod", "755", _directory.Path, path);
        PageCache.Evict(path);
        return path;
    }
}
