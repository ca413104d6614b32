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
}
