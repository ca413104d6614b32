namespace Ferrite.Cli.Tests.Kit;

/// <summary>How a run of the tool ended.</summary>
internal sealed record ToolOutcome(int ExitCode, string Output, string Errors)
{
    internal string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The line whose last column is the path, split into its columns.</summary>
    internal string[] ColumnsOf(string path) =>
        Lines.Single(line => line.EndsWith("  " + path, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What the sum says under a label.</summary>
    internal string Sum(string label) =>
        Lines.Single(line => line.StartsWith(label + " ", StringComparison.Ordinal))[label.Length..].Trim();

    internal ToolOutcome AssertSucceeded()
    {
        Assert.True(ExitCode == 0 && Errors.Length == 0, $"Exit code {ExitCode}\n{Output}\n{Errors}");
        return this;
    }
}
