using Ferrite.Analyzers.Tests.Kit;

namespace Ferrite.Analyzers.Tests.Rules;

public sealed class EmptySafetyCommentTests
{
    [Theory]
    [InlineData("[|// SAFETY:|]")]
    [InlineData("[|// SAFETY: |]")]
    [InlineData("[|// SAFETY: safe|]")]
    [InlineData("[|// SAFETY: trust me.|]")]
    [InlineData("[|// SAFETY: checked above|]")]
    [InlineData("[|//SAFETY: as above.|]")]
    [InlineData("[|/* SAFETY: it is ok */|]")]
    [InlineData("[|// SAFETY: this is perfectly safe, trust me, it always works.|]")]
    [InlineData("[|// SAFETY: we know\n// what we|]")]
    public void Finds(string comment) => Check.Finds("FER0002", $"class C\n{{\n{Once(comment)}\nint _field;\n}}");

    [Theory]
    [InlineData("// SAFETY: the caller holds the lock.")]
    [InlineData("// SAFETY: read(2) writes at most\n// count bytes.")]
    [InlineData("// SAFETY:\n// read(2) writes at most count bytes.")]
    [InlineData("/* SAFETY: read(2) writes at most\n * count bytes. */")]
    [InlineData("// Says nothing of SAFETY: at all")]
    [InlineData("const string S = \"// SAFETY: ok\";")]
    [InlineData("// safety: ok")]
    public void Is_quiet(string comment) => Check.Quiet($"class C\n{{\n{comment}\nint _field;\n}}");

    [Fact]
    public void Two_in_a_row_answer_for_themselves() => Check.Finds("FER0002", """
        class C
        {
            [|// SAFETY: fine|]
            // SAFETY: the caller holds the lock.
            int _field;
        }
        """);

    /// <summary>A rule reports the comment's first line, without what is left of it behind.</summary>
    private static string Once(string comment)
    {
        int end = comment.IndexOf('\n', StringComparison.Ordinal);
        comment = comment.Replace(": |]", ":|] ", StringComparison.Ordinal);
        return end < 0 ? comment : comment[..end] + "|]" + comment[end..].Replace("|]", "", StringComparison.Ordinal);
    }
}
