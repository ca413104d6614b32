using Ferrite.Rfcs.Checking;
using FsCheck.Fluent;

namespace Ferrite.Rfcs.Tests.Checking;

public sealed class WordDifferenceTests
{
    /// <summary>The plain model: the longest common subsequence, by its table.</summary>
    [Fact]
    public void As_many_as_the_longest_common_subsequence_leaves() => Deep.ForAll(
        from before in Gen.Elements("a", "b", "c").ListOf()
        from after in Gen.Elements("a", "b", "c").ListOf()
        select (Before: before.ToArray(), After: after.ToArray()), static given =>
            Assert.Equal(given.Before.Length + given.After.Length - (2 * Common(given.Before, given.After)), WordDifference.Count(given.Before, given.After)));

    [Theory]
    [InlineData("one two", "one two")]
    [InlineData("(one), *two* 中文字", "one two 中 文 字")]
    [InlineData("a-b -- `c`", "a-b c")]
    [InlineData("", "")]
    public void Words_are_what_white_space_separates(string text, string words) =>
        Assert.Equal(words.Split(' ', StringSplitOptions.RemoveEmptyEntries), Word.Split(text, 1).Select(static word => word.Text));

    private static int Common(string[] before, string[] after)
    {
        int[,] table = new int[before.Length + 1, after.Length + 1];
        for (int i = 1; i <= before.Length; i++)
        {
            for (int j = 1; j <= after.Length; j++)
            {
                table[i, j] = before[i - 1].Equals(after[j - 1], StringComparison.Ordinal) ? table[i - 1, j - 1] + 1 : Math.Max(table[i - 1, j], table[i, j - 1]);
            }
        }

        return table[before.Length, after.Length];
    }
}
