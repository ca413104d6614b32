using Ferrite.Cli.Tests.Kit;
using Ferrite.TestKit;

namespace Ferrite.Cli.Tests.Stat;

public sealed class TopTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [NeedsFact(Needs.Eviction)]
    public void The_files_with_the_most_come_first_each_once()
    {
        string most = Pages.File(_directory, "b", 50, Pages.Range(0, 40));
        Pages.File(_directory, "c", 50, Pages.Range(0, 5));
        string second = Pages.File(_directory, "d", 20, Pages.Range(0, 20));
        Pages.File(_directory, "cold", 500);
        Tool.Run("ln", most, _directory.File("z-second-name"));

        ToolOutcome outcome = FerriteTool.Cache("top", "-n", "2", _directory.Path).AssertSucceeded();
        string json = FerriteTool.Cache("top", "-n", "2", "--json", _directory.Path).AssertSucceeded().Output;

        Assert.Equal(["40/50", "20/20"], outcome.Lines[1..3].Select(static line => line.TrimStart().Split(' ')[0]));
        Assert.EndsWith(most, outcome.Lines[1], StringComparison.Ordinal);
        Assert.Equal("65 of 620 in the cache (10.5%)", outcome.Sum("Pages"));
        Assert.Contains("\"schema\":\"ferrite.cache.top\",\"version\":1", json, StringComparison.Ordinal);
        Assert.True(json.IndexOf($"\"{most}\"", StringComparison.Ordinal) < json.IndexOf($"\"{second}\"", StringComparison.Ordinal));
    }
}
