using System.Text.RegularExpressions;
using Ferrite.TestKit.Laws;

namespace Ferrite.Handles.Tests.Docs;

/// <summary>What docs/io-safety.md shows is what <see cref="Examples"/> compiles and runs.</summary>
public sealed partial class PageTests
{
    [Fact]
    public void Each_example_is_compiled_and_run()
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs/io-safety.md"));
        string source = Normal(File.ReadAllText(Path.Combine(Repository.Root, "tests/Ferrite.Handles.Tests/Docs/Examples.cs")));
        string[] examples = [.. Blocks().Matches(page).Select(static match => match.Groups["code"].Value)];
        Assert.True(examples.Length >= 8);
        Assert.All(examples, example => Assert.Contains(Normal(example), source, StringComparison.Ordinal));
    }

    /// <summary>Without indentation and empty lines.</summary>
    private static string Normal(string code) =>
        string.Join('\n', code.Split('\n').Select(static line => line.Trim()).Where(static line => line.Length > 0));

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Blocks();
}
