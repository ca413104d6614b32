using Ferrite.Cli.Tests.Kit;
using Ferrite.TestKit;

namespace Ferrite.Cli.Tests.Snapshots;

/// <summary>The snapshot itself: whole or not there, and nothing but a snapshot is taken for one.</summary>
public sealed class SnapshotFileTests : IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly string _file;
    private readonly string _snapshot;

    public SnapshotFileTests()
    {
        _file = _directory.FileOf(new byte[10_000], "data");
        _snapshot = _directory.File("snapshot");
    }

    public void Dispose() => _directory.Dispose();

    [NeedsFact(Needs.Eviction)]
    public void It_is_lines_of_JSON_as_documented()
    {
        PageCache.Evict(_file);
        PageCache.Warm(_file, 1);

        FerriteTool.Cache("save", _snapshot, _file).AssertSucceeded();

        string[] lines = File.ReadAllLines(_snapshot);
        Assert.Matches(
            $$"""^{"schema":"ferrite\.cache\.snapshot","version":1,"pageSize":{{Pages.Size}},"created":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"}$""", lines[0]);
        Assert.Equal($$"""{"path":"{{_file}}","size":10000,"ranges":[[{{Pages.Size}},{{Pages.Size}}]]}""", lines[1]);
        Assert.Equal("""{"files":1}""", lines[2]);
        Assert.Equal(3, lines.Length);
    }

    [NeedsTheory(Needs.Linux)]
    [InlineData("", "it is no snapshot")]
    [InlineData("hello\n", "it is no snapshot")]
    [InlineData("{}\n", "it is no snapshot")]
    [InlineData("[1]\n", "it is no snapshot")]
    [InlineData("{\"schema\":\"ferrite.cache.stat\",\"version\":1}\n", "it is no snapshot")]
    [InlineData("{\"schema\":\"ferrite.cache.snapshot\",\"version\":2}\n", "it is of version 2")]
    public void Something_else_is_refused(string content, string reason)
    {
        File.WriteAllText(_snapshot, content);

        ToolOutcome outcome = FerriteTool.Cache("restore", _snapshot);

        Assert.Equal(2, outcome.ExitCode);
        Assert.StartsWith($"ferrite: Cannot read '{_snapshot}': {reason}", outcome.Errors, StringComparison.Ordinal);
        Assert.Empty(outcome.Output);
    }

    [NeedsTheory(Needs.Eviction)]
    [InlineData("sed -i '$d'", "the snapshot is cut off: its last line is missing")]
    [InlineData("truncate -s -1", null)]
    [InlineData("sed -i '3i {\"path\":\"/x\",\"size\":1,\"ranges\":[[-5,1]]}'", "line 3 of the snapshot can't be read")]
    [InlineData("sed -i '3i nonsense'", "line 3 of the snapshot can't be read")]
    [InlineData("sed -i 's/\"files\":1/\"files\":7/'", "the snapshot has 1 of 7 files")]
    public void Damage_is_said_and_the_rest_is_done(string damage, string? reason)
    {
        FerriteTool.Cache("save", _snapshot, _file).AssertSucceeded();
        PageCache.Evict(_file);
        FerriteTool.RunShell($"{damage} '{_snapshot}'").AssertSucceeded();

        ToolOutcome outcome = FerriteTool.Cache("restore", _snapshot);

        Assert.Equal(reason is null ? 0 : 1, outcome.ExitCode);
        Assert.Contains(reason ?? "", outcome.Errors, StringComparison.Ordinal);
        Assert.Equal(3, Pages.In(_file).Length);
    }

    /// <summary>A disk that fills up: what was there stays as it was, and nothing is left beside it.</summary>
    [NeedsFact(Needs.Mount)]
    public void A_snapshot_that_does_not_fit_leaves_the_one_before()
    {
        using SmallFileSystem small = SmallFileSystem.Tmpfs(64 << 10);
        for (int i = 0; i < 1500; i++)
        {
            _directory.FileOf([1], $"a-name-of-some-length-{i}");
        }

        FerriteTool.Cache("save", small.File(), _file).AssertSucceeded();
        string before = File.ReadAllText(small.File());

        ToolOutcome outcome = FerriteTool.Cache("save", small.File(), _directory.Path);

        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith($"ferrite: Cannot write '{small.File()}': ", outcome.Errors, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(small.File()));
        Assert.Equal([small.File()], Directory.GetFiles(small.Path));
    }

    [NeedsFact(Needs.Linux)]
    public void A_place_that_is_not_there_is_said()
    {
        ToolOutcome outcome = FerriteTool.Cache("save", _directory.File("no/such/place"), _file);

        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith($"ferrite: Cannot write '{_directory.File("no/such/place")}': ", outcome.Errors, StringComparison.Ordinal);
    }

    [NeedsFact(Needs.Eviction | Needs.OtherUser)]
    public void What_is_unknown_is_not_saved_and_it_is_said()
    {
        Tool.Run("chmod", "777", _directory.Path);
        Tool.Run("chmod", "744", _file);

        ToolOutcome outcome = FerriteTool.Run(ToolOptions.AsNobody, "cache", "save", "-", _file);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("is unknown", outcome.Errors, StringComparison.Ordinal);
        Assert.Equal("""{"files":0}""", outcome.Lines[^1]);
    }

    [NeedsFact(Needs.Eviction)]
    public void Its_own_sum_is_JSON_where_it_is_asked_for()
    {
        ToolOutcome outcome = FerriteTool.Cache("save", "--json", _snapshot, _file).AssertSucceeded();

        ActionDocument document = ActionDocument.Parse("save", outcome.Output);
        Assert.Equal(1, document.Total.SavedFiles);
        Assert.Equal(10_000, document.Total.ResidentBytes);
    }
}
