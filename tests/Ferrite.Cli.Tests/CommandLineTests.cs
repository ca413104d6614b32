using Ferrite.Cli.Tests.Kit;

namespace Ferrite.Cli.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("cache", "stat")]
    [InlineData("cache", "stat", "--bogus", ".")]
    [InlineData("cache", "stat", ".", "-z")]
    [InlineData("cache", "stat", "--map", "--json", ".")]
    [InlineData("cache", "stat", "--include", "[a", ".")]
    [InlineData("cache", "stat", "--include", "", ".")]
    [InlineData("cache", "warm")]
    [InlineData("cache", "warm", "--range", "2G-1G", ".")]
    [InlineData("cache", "warm", "--range", "12", ".")]
    [InlineData("cache", "evict", "--range", "1X-", ".")]
    [InlineData("cache", "lock", "--range", "9999999E-", ".")]
    [InlineData("cache", "save", "file")]
    [InlineData("cache", "restore")]
    [InlineData("cache", "restore", "a", "b")]
    [InlineData("cache", "top", "-n", "0", ".")]
    [InlineData("cache", "watch", "--interval", "0", ".")]
    [InlineData("cache", "watch", "--count", "0", ".")]
    [InlineData("cache", "nothing")]
    [InlineData("cache")]
    [InlineData("nothing")]
    [InlineData]
    public void A_wrong_command_line_is_2_and_says_where_help_is(params string[] arguments)
    {
        ToolOutcome outcome = FerriteTool.Run(arguments);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        Assert.StartsWith("ferrite: ", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains("--help'", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_has_every_option_and_examples()
    {
        string help = FerriteTool.Stat("--help").AssertSucceeded().Output;

        foreach (string part in (string[])["PATH", "--json", "--summary", "--help", "Examples:", "  ferrite cache stat "])
        {
            Assert.Contains(part, help, StringComparison.Ordinal);
        }

        Assert.Contains("stat <PATH>", FerriteTool.Run("cache", "--help").AssertSucceeded().Output, StringComparison.Ordinal);
        Assert.Contains("cache ", FerriteTool.Run("--help").AssertSucceeded().Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("top", "--number")]
    [InlineData("watch", "--interval")]
    [InlineData("warm", "--range")]
    [InlineData("evict", "--exclude")]
    [InlineData("lock", "--daemon")]
    [InlineData("save", "--follow")]
    [InlineData("restore", "--include")]
    public void Every_command_has_help_with_examples(string command, string option)
    {
        string help = FerriteTool.Run("cache", command, "--help").AssertSucceeded().Output;

        foreach (string part in (string[])[option, "--json", "Examples:", $"ferrite cache {command} "])
        {
            Assert.Contains(part, help, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Version_is_the_packages() =>
        Assert.Matches(@"^\d+\.\d+\.\d+", FerriteTool.Run("--version").AssertSucceeded().Output);
}
