using Ferrite.Cli.Tests.Kit;
using Ferrite.TestKit;

namespace Ferrite.Cli.Tests.Snapshots;

/// <summary>What was in the cache, saved and brought back.</summary>
public sealed class SnapshotTests : IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly string _tree;
    private readonly string _snapshot;

    public SnapshotTests()
    {
        _tree = Directory.CreateDirectory(_directory.File("tree")).FullName;
        _snapshot = _directory.File("snapshot");
    }

    public void Dispose()
    {
        // The runtime can't delete what it can't name.
        Tool.Run("rm", "-rf", _tree);
        _directory.Dispose();
    }

    [NeedsFact(Needs.Eviction)]
    public void The_same_pages_come_back()
    {
        string pieces = File("pieces", 3000, Pages.Range(0, 600).Select(static page => page * 5));
        string half = File("half", 400, Pages.Range(100, 200));
        string cold = File("cold", 50);
        long[][] before = [Pages.In(pieces), Pages.In(half)];

        FerriteTool.Cache("save", _snapshot, _tree).AssertSucceeded();
        FerriteTool.Cache("evict", _tree).AssertSucceeded();
        Assert.Empty((long[])[.. Pages.In(pieces), .. Pages.In(half)]);
        ToolOutcome outcome = FerriteTool.Cache("restore", "--json", _snapshot).AssertSucceeded();

        Assert.Equal(before, [Pages.In(pieces), Pages.In(half)]);
        Assert.Empty(Pages.In(cold));
        ActionDocument document = ActionDocument.Parse("restore", outcome.Output);
        Assert.Equal(800 * Pages.Size, document.Total.ReadBytes);
        Assert.Equal(800 * Pages.Size, document.Total.WantedBytes);
        Assert.Equal(800 * Pages.Size, document.Total.ResidentBytes);
        Assert.Equal([half, pieces], document.Files!.Select(static file => file.Path));
    }

    [NeedsFact(Needs.Eviction)]
    public void What_is_there_already_is_not_read_again()
    {
        string path = File("data", 100, Pages.Range(0, 60));
        FerriteTool.Cache("save", _snapshot, _tree).AssertSucceeded();
        PageCache.Evict(path);
        PageCache.Warm(path, Pages.Range(30, 50));

        ToolOutcome outcome = FerriteTool.Cache("restore", "--json", "--summary", _snapshot).AssertSucceeded();

        Assert.Equal(30 * Pages.Size, ActionDocument.Parse("restore", outcome.Output).Total.ReadBytes);
        Assert.Equal(Pages.Range(0, 80), Pages.In(path));
    }

    [NeedsFact(Needs.Eviction)]
    public void Files_that_grew_shrank_went_or_became_directories_are_said_and_the_rest_is_done()
    {
        string grown = File("grown", 40, Pages.Range(10, 20));
        string shrunk = File("shrunk", 40, Pages.Range(10, 20));
        string gone = File("gone", 40, Pages.Range(10, 20));
        string directory = File("directory", 40, Pages.Range(10, 20));
        string same = File("same", 40, Pages.Range(10, 20));
        FerriteTool.Cache("save", _snapshot, _tree).AssertSucceeded();
        using (FileStream stream = System.IO.File.OpenWrite(grown))
        {
            stream.SetLength(80 * Pages.Size);
        }

        using (FileStream stream = System.IO.File.OpenWrite(shrunk))
        {
            stream.SetLength(20 * Pages.Size);
        }

        System.IO.File.Delete(gone);
        System.IO.File.Delete(directory);
        Directory.CreateDirectory(directory);
        System.IO.File.WriteAllText(Path.Combine(directory, "inside"), "not asked for");
        FerriteTool.Cache("evict", _tree).AssertSucceeded();

        ToolOutcome outcome = FerriteTool.Cache("restore", _snapshot);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(
            [
                $"ferrite: {directory}: It is a directory now",
                $"ferrite: {gone}: No such file or directory",
                $"ferrite: {grown}: It grew from {40 * Pages.Size} to {80 * Pages.Size} bytes since; the parts of then are restored",
                $"ferrite: {shrunk}: It shrank from {40 * Pages.Size} to {20 * Pages.Size} bytes since; what is left of it is restored",
            ],
            outcome.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(Pages.Range(10, 20), Pages.In(grown));
        Assert.Equal(Pages.Range(10, 10), Pages.In(shrunk));
        Assert.Equal(Pages.Range(10, 20), Pages.In(same));
        Assert.Empty(Pages.In(Path.Combine(directory, "inside")));
    }

    [NeedsFact(Needs.Eviction)]
    public void A_snapshot_among_the_files_is_no_part_of_itself()
    {
        File("data", 10, 1);
        string inside = Path.Combine(_tree, "snapshot");

        FerriteTool.Cache("save", inside, _tree).AssertSucceeded();

        Assert.Equal(3, System.IO.File.ReadLines(inside).Count());
        FerriteTool.Cache("restore", inside).AssertSucceeded();
    }

    /// <summary>Relative paths mean the same from elsewhere, and names are bytes.</summary>
    [NeedsFact(Needs.Eviction)]
    public void Names_of_any_bytes_come_back_from_any_directory()
    {
        string path = File("data", 30, Pages.Range(5, 10));

        FerriteTool.RunShell($"""
            cd '{_tree}' && mkdir "$(printf 'd\351\nx')" && mv data "$(printf 'd\351\nx/caf\350\n"')" && cd "$(printf 'd\351\nx')"
            $FERRITE cache save '{_snapshot}' . && $FERRITE cache evict . && cd / && $FERRITE cache restore '{_snapshot}' && mv '{_tree}'/*/* '{path}'
            """).AssertSucceeded();

        Assert.Equal(Pages.Range(5, 10), Pages.In(path));
    }

    [NeedsFact(Needs.Eviction)]
    public void It_goes_through_a_pipe_and_globs_and_ranges_choose_from_it()
    {
        string wanted = File("a.db", 40, Pages.Range(0, 40));
        string other = File("a.log", 40, Pages.Range(0, 40));
        FerriteTool.RunShell($"$FERRITE cache save - '{_tree}' | gzip > '{_snapshot}'").AssertSucceeded();
        FerriteTool.Cache("evict", _tree).AssertSucceeded();

        FerriteTool.RunShell($"zcat '{_snapshot}' | $FERRITE cache restore --include '*.db' --range -{8 * Pages.Size} -").AssertSucceeded();

        Assert.Equal(Pages.Range(0, 8), Pages.In(wanted));
        Assert.Empty(Pages.In(other));
    }

    private string File(string name, int pages, params IEnumerable<long> resident) =>
        Pages.File(_directory, Path.Combine("tree", name), pages, resident);
}
