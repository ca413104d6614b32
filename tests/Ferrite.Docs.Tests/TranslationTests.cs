using Ferrite.Docs.Tests.Kit;

namespace Ferrite.Docs.Tests;

/// <summary>A translation has all that the page has: the same headings, examples, tables and links, in the same order.</summary>
public sealed class TranslationTests
{
    private const string Chinese = ".zh-TW.md";

    public static TheoryData<string> Translations => [.. Page.All.Select(static page => page.Name).Where(static name => name.EndsWith(Chinese, StringComparison.Ordinal) && !name.StartsWith("rfcs/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Translations))]
    public void Says_the_same(string name)
    {
        Page translation = Page.Of(name), original = Page.Of(name.Replace(Chinese, ".md", StringComparison.Ordinal));
        Assert.Equal(original.Outline.Select(Level), translation.Outline.Select(Level));
        Assert.Equal(original.Examples.Select(static example => (example.Language, example.Code)), translation.Examples.Select(static example => (example.Language, example.Code)));
        Assert.Equal(original.TableRows, translation.TableRows);
        string[] each = [name, original.Name];
        Assert.Equal(original.Links.Except(each), translation.Links.Except(each));
        Assert.Contains(name, original.Links);
        Assert.Contains(original.Name, translation.Links);
    }

    private static int Level(string heading) => heading.IndexOf(' ', StringComparison.Ordinal);
}
