using System.Text;
using Ferrite.Cli.Files;

namespace Ferrite.Cli.Tests.Units;

public sealed class GlobTests
{
    [Theory]
    [InlineData("*.db", "a.db", true)]
    [InlineData("*.db", "deep/down/a.db", true)]
    [InlineData("*.db", "a.db.old", false)]
    [InlineData("?", "é", true)]
    [InlineData("?", "ab", false)]
    [InlineData("a/*", "a/b", true)]
    [InlineData("a/*", "a/b/c", false)]
    [InlineData("/a", "a", true)]
    [InlineData("/a", "b/a", false)]
    [InlineData("a/**", "a/b/c", true)]
    [InlineData("**/c", "c", true)]
    [InlineData("**/c", "a/b/c", true)]
    [InlineData("**/c", "a/bc", false)]
    [InlineData("a/**/c", "a/c", true)]
    [InlineData("a/**/c", "a/x/y/c", true)]
    [InlineData("a/**/c", "ab/c", false)]
    [InlineData("[a-c]x", "bx", true)]
    [InlineData("[!a-c]x", "bx", false)]
    [InlineData("[!a-c]x", "dx", true)]
    [InlineData("[]]", "]", true)]
    [InlineData("[a-]", "-", true)]
    [InlineData(@"\*", "*", true)]
    [InlineData(@"\*", "a", false)]
    [InlineData("a/", "a", true)]
    public void It_matches_what_a_shell_would(string pattern, string path, bool expected) =>
        Assert.Equal(expected, Glob.Parse(Encoding.UTF8.GetBytes(pattern)).Matches(Encoding.UTF8.GetBytes(path)));

    [Fact]
    public void Bytes_that_are_no_text_are_matched_as_what_they_are()
    {
        byte[] name = [(byte)'c', 0xE9];

        Assert.True(Glob.Parse("c?"u8).Matches(name));
        Assert.True(Glob.Parse(name).Matches(name));
        Assert.False(Glob.Parse((byte[])[(byte)'c', 0xE8]).Matches(name));
        Assert.False(Glob.Parse("c\uFFFD"u8).Matches(name));
    }

    /// <summary>Against every way to split the text, on short patterns and texts of three characters.</summary>
    [Fact]
    public void It_agrees_with_a_plain_model()
    {
        var random = new Random(1);
        for (int i = 0; i < 20_000; i++)
        {
            string pattern = Draw(random, "ab/*?*");
            string text = Draw(random, "ab/").Trim('/');
            // Where two stars stand together they mean something else, and slashes at the ends are cut.
            if (text.Length > 0 && pattern.Trim('/').Length > 0 && pattern.Contains('/', StringComparison.Ordinal)
                && !pattern.Contains("**", StringComparison.Ordinal) && !pattern.EndsWith('/'))
            {
                bool expected = Matches(pattern.Trim('/'), text);
                Assert.True(expected == Glob.Parse(Encoding.UTF8.GetBytes(pattern)).Matches(Encoding.UTF8.GetBytes(text)), $"{pattern} {text} {expected}");
            }
        }
    }

    [Fact]
    public void Many_stars_take_no_longer()
    {
        byte[] pattern = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("*a", 100)) + "b");

        Assert.False(Glob.Parse(pattern).Matches(Encoding.UTF8.GetBytes(new string('a', 4000))));
    }

    private static string Draw(Random random, string characters) =>
        new([.. Enumerable.Range(0, random.Next(1, 7)).Select(_ => characters[random.Next(characters.Length)])]);

    private static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text) =>
        pattern.IsEmpty ? text.IsEmpty
        : pattern[0] == '*' ? Matches(pattern[1..], text) || (!text.IsEmpty && text[0] != '/' && Matches(pattern, text[1..]))
        : !text.IsEmpty && (pattern[0] == '?' ? text[0] != '/' : pattern[0] == text[0]) && Matches(pattern[1..], text[1..]);
}
