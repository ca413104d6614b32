using Ferrite.Const.Generator.Tests.Differential;
using Microsoft.CodeAnalysis.CSharp;

namespace Ferrite.Const.Generator.Tests.Evaluating;

/// <summary>Every construct of the language, evaluated to what it does when it runs.</summary>
public class LanguageTests
{
    public static TheoryData<string> Programs => [.. LanguagePrograms.All, .. OrderPrograms.All, .. LibraryPrograms.All];

    [Theory]
    [MemberData(nameof(Programs))]
    public void Evaluates_to_what_it_does_when_it_runs(string members)
    {
        CSharpCompilation compilation = Lab.Compile(Lab.Wrap(members));

        (_, string evaluated, string executed) = Assert.Single(Both.Run(compilation, ["P"]));

        Assert.Equal(executed, evaluated);
    }

    /// <summary>An overload that the evaluator doesn't have isn't taken for one it has.</summary>
    [Theory]
    [InlineData("static string Run() => \"abcabc\".IndexOf(\"b\", 4) + \"\";", "string.IndexOf(string, int)")]
    [InlineData("static int Run() { int[] a = { 1, 2, 1 }; return System.Array.IndexOf(a, 1, 1); }", "Array.IndexOf<int>(int[], int, int)")]
    [InlineData("static int Run() { int[] k = { 2, 1 }, v = { 20, 10 }; System.Array.Sort(k, v); return v[0]; }", "Array.Sort<int, int>(int[], int[]?)")]
    [InlineData("static int Run() { System.Span<int> s = new[] { 1, 2 }; System.ReadOnlySpan<int> t = new[] { 2 }; return s.IndexOf(t); }", "MemoryExtensions.IndexOf<int>(ReadOnlySpan<int>, ReadOnlySpan<int>)")]
    public void Another_overload_is_refused(string members, string overload)
    {
        string[] messages = Generated.From(Lab.Wrap("[ConstEval(\"X\")] " + members)).Messages;

        Assert.Contains(messages, message => message.Contains(overload, StringComparison.Ordinal) && message.StartsWith("FER3010", StringComparison.Ordinal));
    }
}
