using System.CommandLine;
using System.Text.Json;
using Ferrite.Cli.Commands;
using Ferrite.Cli.Tests.Kit;
using Ferrite.TestKit;
using Ferrite.TestKit.Laws;

namespace Ferrite.Cli.Tests.Rfc;

/// <summary>The commands as they are typed, in a fresh repository; the clock is the machine's, so days pass by the header.</summary>
public sealed class RfcCommandTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public RfcCommandTests()
    {
        Directory.CreateDirectory(_directory.File("rfcs"));
        File.Copy(Repository.PathOf("rfcs/0000-template.md"), _directory.File("rfcs/0000-template.md"));
        File.WriteAllText(_directory.File("rfcs/teams.md"), "## reads\n\n- @ann\n");
    }

    [Fact]
    public void Making_the_folder_leaves_what_is_there()
    {
        File.Delete(_directory.File("rfcs/0000-template.md"));
        Assert.Contains("0000-template.md is new\n", Run("init").AssertSucceeded().Output, StringComparison.Ordinal);
        Assert.Equal("## reads\n\n- @ann\n", File.ReadAllText(_directory.File("rfcs/teams.md")));
        Assert.True(File.Exists(_directory.File("rfcs/0000-template.md")));
    }

    [Fact]
    public void A_life()
    {
        Assert.Equal("rfcs/text/0000-short-reads.md: draft\n", Run("new", "short-reads").AssertSucceeded().Output);
        Assert.Equal("rfcs/text/0012-short-reads.md: proposed, not signed off by @ann\n",
            Run("assign", "rfcs/text/0000-short-reads.md", "12", "--team", "reads").AssertSucceeded().Output);
        AssertRefused(Run("fcp", "12", "--merge"), "consent");
        Run("sign-off", "12", "@ann").AssertSucceeded();
        Run("sign-off", "12", "ann", "--withdraw").AssertSucceeded();
        Run("sign-off", "0012-short-reads.md", "ann").AssertSucceeded();
        Assert.Contains("10 days left", Run("fcp", "12", "--merge").AssertSucceeded().Output, StringComparison.Ordinal);
        AssertRefused(Run("accept", "12", "--tracking", "issue 3"), "ten-days");
        Run("fcp", "12", "--cancel", "It breaks.").AssertSucceeded();
        Run("sign-off", "12", "ann").AssertSucceeded();
        Run("fcp", "12", "--merge").AssertSucceeded();
        AssertRefused(Run("close", "12"), "disposition");
        LetDaysPass("0012-short-reads.md");
        Assert.Contains("over since", Run("status").AssertSucceeded().Output, StringComparison.Ordinal);
        AssertRefused(Run("accept", "12"), "tracking");
        Assert.Equal("rfcs/text/0012-short-reads.md: active, tracked by issue 3\n", Run("accept", "12", "--tracking", "issue 3").AssertSucceeded().Output);
        Assert.Equal("0012  active  reads  Short reads\n", Run("list").AssertSucceeded().Output);
        AssertRefused(Run("reopen", "12"), "reopen");
        Run("implement", "12").AssertSucceeded();
        Assert.Equal("None.\n", Run("list").AssertSucceeded().Output);
    }

    [Theory]
    [InlineData("close")]
    [InlineData("postpone")]
    public void The_other_ends(string end)
    {
        Run("new", "short-reads", "--team", "reads").AssertSucceeded();
        Run("assign", "0000-short-reads.md", "7").AssertSucceeded();
        Run("sign-off", "7", "ann").AssertSucceeded();
        Run("fcp", "7", $"--{end}").AssertSucceeded();
        LetDaysPass("0007-short-reads.md");
        Run(end, "7").AssertSucceeded();
        Assert.Equal(end is "close" ? 1 : 0, Run("reopen", "7").ExitCode);
    }

    [Fact]
    public void What_is_listed_is_JSON_too()
    {
        Run("new", "short-reads", "--team", "reads").AssertSucceeded();
        Run("assign", "0000-short-reads.md", "12").AssertSucceeded();
        foreach (string command in (string[])["list --all", "status", "status 12"])
        {
            using var json = JsonDocument.Parse(Run([.. command.Split(' '), "--json"]).AssertSucceeded().Output);
            JsonElement rfc = Assert.Single(json.RootElement.GetProperty("rfcs").EnumerateArray());
            Assert.Equal($"ferrite.rfc.{command.Split(' ')[0]}", json.RootElement.GetProperty("schema").GetString());
            Assert.Equal((12, "proposed", "ann"), (rfc.GetProperty("number").GetInt32(), rfc.GetProperty("state").GetString(), rfc.GetProperty("missing")[0].GetString()));
        }

        ToolOutcome check = Run("check", "--json");
        using var report = JsonDocument.Parse(check.Output);
        Assert.Equal(1, check.ExitCode);
        Assert.Equal(report.RootElement.GetProperty("findings").GetArrayLength(), report.RootElement.GetProperty("errors").GetInt32() + report.RootElement.GetProperty("warnings").GetInt32());
    }

    [Fact]
    public void A_check_names_file_line_and_rule()
    {
        Tool.Run("git", "init", "-q", _directory.Path);
        Run("new", "short-reads").AssertSucceeded();
        Assert.Equal("1 RFC: 0 errors, 0 warnings\n", Run("check").AssertSucceeded().Output);
        string path = _directory.File("rfcs/text/0000-short-reads.md");
        File.WriteAllText(path, File.ReadAllText(path).Replace("State: draft", "State: drafty", StringComparison.Ordinal));
        ToolOutcome check = Run("check");
        Assert.Equal(1, check.ExitCode);
        Assert.StartsWith("rfcs/text/0000-short-reads.md:6: error state: 'drafty' is no state", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_book_is_made_from_anywhere_below()
    {
        Run("new", "short-reads").AssertSucceeded();
        ToolOutcome made = FerriteTool.Run(new ToolOptions { Directory = _directory.File("rfcs/text") }, "rfc", "book", _directory.File("out"), "--title", "Reads");
        Assert.Contains("2 pages", made.AssertSucceeded().Output, StringComparison.Ordinal);
        Assert.Contains("Short reads", File.ReadAllText(_directory.File("out/index.html")), StringComparison.Ordinal);
        Assert.Equal(2, Run("book", "rfcs").ExitCode);
    }

    [Theory]
    [InlineData("new", "Short Reads")]
    [InlineData("new")]
    [InlineData("assign", "gone.md", "12")]
    [InlineData("assign", "gone.md", "-1")]
    [InlineData("assign", "gone.md", "twelve")]
    [InlineData("fcp", "12")]
    [InlineData("fcp", "12", "--merge", "--close")]
    [InlineData("fcp", "12", "--cancel", " ")]
    [InlineData("accept", "99")]
    [InlineData("status", "99")]
    [InlineData("list", "--state", "asleep")]
    [InlineData("nothing")]
    [InlineData("check", "--root", "/")]
    public void What_cant_be_worked_with_is_2(params string[] arguments)
    {
        ToolOutcome outcome = Run(arguments);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        Assert.StartsWith("ferrite: ", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_command_has_examples_and_a_place_in_the_page()
    {
        string page = File.ReadAllText(Repository.PathOf("docs/ferrite-rfc.md"));
        foreach (Command command in RfcCommand.Create().Subcommands)
        {
            Assert.StartsWith($"ferrite rfc {command.Name}", Assert.IsAssignableFrom<IHasExamples>(command).Examples[0].Line, StringComparison.Ordinal);
            Assert.Matches($"`(ferrite rfc )?{command.Name}\\b", page);
        }

        Assert.Contains("Examples:\n  ferrite rfc fcp 12 --merge", Run("fcp", "--help").AssertSucceeded().Output, StringComparison.Ordinal);
    }

    /// <summary>What .ci/run asks.</summary>
    [Fact]
    public void This_repository_passes() => FerriteTool.Run("rfc", "check", "--root", Repository.Root).AssertSucceeded();

    public void Dispose() => _directory.Dispose();

    private static void AssertRefused(ToolOutcome outcome, string rule)
    {
        Assert.Equal(1, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        Assert.Contains($"\nRule '{rule}': ", outcome.Errors, StringComparison.Ordinal);
    }

    private ToolOutcome Run(params string[] arguments) => FerriteTool.Run(new ToolOptions { Directory = _directory.Path }, ["rfc", .. arguments]);

    /// <summary>The period began ten days earlier than it did.</summary>
    private void LetDaysPass(string name)
    {
        string path = _directory.File(Path.Combine("rfcs/text", name));
        DateOnly today = DateOnly.FromDateTime(DateTime.UtcNow);
        string[] lines = [.. File.ReadAllLines(path).Select(line => line.StartsWith("- FCP Start:", StringComparison.Ordinal) || line.StartsWith("- Start Date:", StringComparison.Ordinal)
            ? $"{line.Split(':')[0]}: {today.AddDays(-10):yyyy-MM-dd}"
            : line)];
        File.WriteAllLines(path, lines);
    }
}
