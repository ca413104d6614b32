using Ferrite.Docs.Tests.Kit;

namespace Ferrite.Docs.Tests;

/// <summary>What the pages show compiles as it stands, without a warning.</summary>
public sealed class ExampleTests
{
    /// <summary>Pages whose blocks other tests hold against code that runs.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.Ordinal)
    {
        ["docs/io-safety.md"] = "tests/Ferrite.Handles.Tests/Docs/PageTests.cs",
    };

    public static TheoryData<string, int> Examples
    {
        get
        {
            var examples = new TheoryData<string, int>();
            foreach (Example example in Page.All.SelectMany(static page => page.Examples).Where(IsOurs))
            {
                examples.Add(example.Page.Name, example.Line);
            }

            return examples;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Compiles(string page, int line)
    {
        using var compiled = new CompiledExample(Page.Of(page).Examples.Single(example => example.Line == line));
        Assert.Empty(compiled.Problems);
    }

    [Fact]
    public void What_is_compiled_elsewhere_is_there() =>
        Assert.All(Elsewhere, static pair => Assert.Contains(pair.Key, File.ReadAllText(TestKit.Laws.Repository.PathOf(pair.Value)), StringComparison.Ordinal));

    /// <summary>The rules' pages show what is wrong, too: the rules' own tests compile them.</summary>
    private static bool IsOurs(Example example) =>
        example.Language is "csharp" or "cs" or "C#" && !example.Page.Name.StartsWith("docs/rules/", StringComparison.Ordinal) && !Elsewhere.ContainsKey(example.Page.Name);
}
