using Ferrite.Const.Generator.Rules.Closed;
using Ferrite.Const.Generator.Tests.Literals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ferrite.Const.Generator.Tests.Hostile;

/// <summary>Types that close ever other ones end, and what is wrong beside them is found.</summary>
public class EndlessTypesTests
{
    [Theory]
    [InlineData("static int M<T>() where T : struct, IConst => M<Sum<T, D1>>(); static int Go() => M<D1>();")]
    [InlineData("static int M<T>() where T : struct, IConst => M<Sum<T, D1>>() + M<Product<T, D2>>(); static int Go() => M<D1>();")]
    [InlineData("static int M<T>() where T : struct, IConst => M<Sum<T, T>>(); static int Go() => M<D1>();")]
    [InlineData("static int M<T>() where T : struct, IConst => T.As<int>() + M<Product<T, T>>() + M<Sum<Product<T, T>, Product<T, T>>>(); static int Go() => M<_99>();")]
    [InlineData("class B<T> where T : struct, IConst { public static int M() => B<Sum<T, T>>.M() + B<Difference<T, D1>>.M(); } static int Go() => B<D1>.M();")]
    public async Task The_analyzer_ends(string members)
    {
        var run = new Run("using Ferrite.Const; class A { " + members + " static int Bad() => Half<_5>(); static int Half<N>() where N : struct, IConst<int> { ConstAssert.That<IsPowerOfTwo<N>>(); return N.Value; } }");

        Diagnostic[] found = [.. await run.Output.WithAnalyzers([new ClosedConstAnalyzer()]).GetAnalyzerDiagnosticsAsync()];

        Assert.DoesNotContain(found, static diagnostic => diagnostic.Id is "AD0001");
        Assert.Contains(found, static diagnostic => diagnostic.Id is "FER3006" && diagnostic.GetMessage().StartsWith("IsPowerOfTwo<_5> does not hold", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_expression_of_many_levels_is_told_once()
    {
        string deep = string.Concat(Enumerable.Repeat("Sum<", 300)) + "_1" + string.Concat(Enumerable.Repeat(", _1>", 300));

        Diagnostic found = Assert.Single(await AnalyzeAsync($"static int M<T>() where T : struct, IConst<int> => T.Value; static int Go() => M<{deep}>();"));

        Assert.Equal("FER3004", found.Id);
        Assert.EndsWith("is _301, and not the same type: write that", found.GetMessage(), StringComparison.Ordinal);
    }

    /// <summary>To ask for each operand twice would take 2⁶⁰ times as long.</summary>
    [Fact]
    public async Task A_condition_of_many_levels_is_judged_once()
    {
        string deep = string.Concat(Enumerable.Repeat("Not<", 60)) + "IsPowerOfTwo<Quotient<_1, _0>>" + new string('>', 60);

        Diagnostic[] found = await AnalyzeAsync($"static void Go() => ConstAssert.That<{deep}>();");

        Assert.Contains(found, static diagnostic => diagnostic.Id is "FER3006" && diagnostic.GetMessage().EndsWith("1 is divided by 0", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("static object? A = typeof(System.Collections.Generic.List<Sum<_1, _2>>);", "Sum<_1, _2> is _3")]
    [InlineData("static object? A = new System.Collections.Generic.Dictionary<Sum<_1, _2>, Product<_2, Sum<_1, _1>>>();", "Sum<_1, _2> is _3", "Product<_2, Sum<_1, _1>> is _4")]
    [InlineData("static object? A = typeof(FixedSpan<Sum<_1, _2>[], _2>);", "Sum<_1, _2> is _3")]
    [InlineData("static object? A = typeof(Ferrite.Const.Sum<_1, Ferrite.Const.Sum<_1, _2>>);", "Sum<_1, Sum<_1, _2>> is _4", "Sum<_1, _2> is _3")]
    [InlineData("static int A => Missing<Sum<_1, _2>>();", "Sum<_1, _2> is _3")]
    [InlineData("static void M<T>() { } static System.Action A = M<Sum<_1, _2>>;", "Sum<_1, _2> is _3")]
    [InlineData("static void M<T>() { } static void M<T>(int x) { } static System.Action A = M<Sum<_1, Sum<_1, _1>>>;", "Sum<_1, Sum<_1, _1>> is _3")]
    [InlineData("static void M<T>() where T : struct, IConst { _ = typeof(Sum<T, Sum<_1, _2>>); }", "Sum<_1, _2> is _3")]
    public async Task A_closed_expression_is_told_wherever_it_stands(string members, params string[] expected)
    {
        Diagnostic[] found = await AnalyzeAsync(members);

        Assert.Equal(expected, found.Where(static diagnostic => diagnostic.Id is "FER3004").OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start).Select(static diagnostic => diagnostic.GetMessage().Split(", and not")[0]));
    }

    [Theory]
    [InlineData(256, null)]
    [InlineData(257, "A const parameter is an integer, bool, char, enum or string, which a string of 257 characters, more than 256, is not")]
    [InlineData(100_000, "A const parameter is an integer, bool, char, enum or string, which a string of 100000 characters, more than 256, is not")]
    public void A_text_is_a_type_where_the_compiler_can_hold_it(int length, string? message)
    {
        var run = new Run($"[assembly: Ferrite.Const.ConstLiteral(\"Long\", \"{new string('x', length)}\")] class A {{ {(message is null ? "static string? Go(System.Collections.Generic.List<Long> all) => all.ToString();" : "")} }}");

        Assert.Equal(message, run.Diagnostics.FirstOrDefault(static diagnostic => diagnostic.Id.StartsWith("FER", StringComparison.Ordinal))?.GetMessage());
        Assert.DoesNotContain(run.Diagnostics, static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id.StartsWith("CS", StringComparison.Ordinal));
    }

    private static async Task<Diagnostic[]> AnalyzeAsync(string members) =>
        [.. await new Run("using Ferrite.Const; class C { " + members + " }").Output.WithAnalyzers([new ClosedConstAnalyzer()]).GetAnalyzerDiagnosticsAsync()];
}
