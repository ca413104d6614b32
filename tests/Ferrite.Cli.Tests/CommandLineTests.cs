using Ferrite.Cli.Tests.Kit;

namespace Ferrite.Cli.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("cache", "stat")]
    [InlineData("cache", "stat", "--bogus", ".")]
    [InlineData("cache", "stat", ".", "-z")]
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

    [Fact]
    public void Version_is_the_packages() =>
        Assert.Matches(@"^\d+\.\d+\.\d+", FerriteTool.Run("--version").AssertSucceeded().Output);
}
