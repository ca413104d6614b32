using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Ferrite.Analyzers.Tests.Kit;

/// <summary>What the tests of a rule say about examples.</summary>
internal static class Check
{
    /// <summary>The example compiles, and of all rules only this one reports, right where it is marked.</summary>
    internal static void Finds(string id, string marked)
    {
        Example example = Example.Parse(marked);
        Assert.NotEmpty(example.Spans);
        ImmutableArray<Diagnostic> found = Run(example.Source);
        Assert.True(
            found.Select(static diagnostic => (diagnostic.Id, diagnostic.Location.SourceSpan)).SequenceEqual(example.Spans.Select(span => (id, span))),
            $"{Describe(found)}\nof\n{marked}");
    }

    /// <summary>The example compiles, and no rule reports anything.</summary>
    internal static void Quiet(string source)
    {
        ImmutableArray<Diagnostic> found = Run(source);
        Assert.True(found.IsEmpty, $"{Describe(found)}\nof\n{source}");
    }

    internal static ImmutableArray<Diagnostic> Run(string source)
    {
        Compilation compilation = Compiler.Compile([source]);
        Compiler.AssertCompiles(compilation);
        return AllRules.Run(compilation);
    }

    internal static string Describe(IEnumerable<Diagnostic> found) => string.Join('\n', found.Select(static diagnostic =>
        $"{diagnostic.Id} at '{diagnostic.Location.SourceTree?.GetText().ToString(diagnostic.Location.SourceSpan)}': {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}"));
}
