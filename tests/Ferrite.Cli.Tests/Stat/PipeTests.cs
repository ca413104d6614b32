using Ferrite.Cli.Tests.Kit;
using Ferrite.TestKit;

namespace Ferrite.Cli.Tests.Stat;

public sealed class PipeTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    /// <summary>It would complain about the last path if it went on after its reader is gone.</summary>
    [NeedsTheory(Needs.Linux)]
    [InlineData("")]
    [InlineData("--json")]
    public void A_reader_that_has_enough_ends_it_quietly_and_at_once(string option)
    {
        for (int i = 0; i < 4000; i++)
        {
            _directory.FileOf([], $"a-name-that-fills-the-pipe-soon-{i:D5}");
        }

        ToolOutcome outcome = FerriteTool.RunShell(
            $"$FERRITE cache stat {option} '{_directory.Path}' '{_directory.File("missing")}' | head -n 1; echo \"${{PIPESTATUS[0]}}\"");

        Assert.Empty(outcome.Errors);
        Assert.Equal(2, outcome.Lines.Length);
        Assert.Equal("0", outcome.Lines[1]);
    }

    [NeedsFact(Needs.Linux)]
    public void Both_outputs_may_be_one_file()
    {
        string file = _directory.FileOf([1]);

        ToolOutcome outcome = FerriteTool.RunShell(
            $"$FERRITE cache stat '{file}' /missing '{file}' > '{_directory.File("log")}' 2>&1; cat '{_directory.File("log")}'");

        Assert.Equal(
            ["Pages", "1/1", "ferrite:", "1/1", "Files"],
            outcome.Lines.Select(static line => line.TrimStart().Split(' ')[0]).Take(5));
    }
}
