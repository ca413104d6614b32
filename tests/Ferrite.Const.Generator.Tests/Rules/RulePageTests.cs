using Ferrite.Const.Generator.Rules.Closed;
using Ferrite.Const.Generator.Tests.Literals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ferrite.Const.Generator.Tests.Rules;

/// <summary>The pages' bad examples are found, line by line, and their good ones are quiet.</summary>
public sealed class RulePageTests
{
    [Theory]
    [InlineData("FER3001")]
    [InlineData("FER3002")]
    [InlineData("FER3003")]
    [InlineData("FER3004")]
    [InlineData("FER3005")]
    [InlineData("FER3006")]
    [InlineData("FER3020")]
    [InlineData("FER3021")]
    public async Task What_a_page_says_is_so(string id)
    {
        var page = new RulePage(id);

        Assert.NotEmpty(page.Expected);
        string[] bad = await FindAsync(page.Bad);
        string[] good = await FindAsync(page.Good);
        Assert.Equal(page.Expected, bad);
        Assert.Equal([], good);
    }

    [Fact]
    public async Task The_chain_names_what_led_there()
    {
        Diagnostic[] found = await AnalyzeAsync(new RulePage("FER3006").Bad);

        string[] messages = [.. found.Select(diagnostic => diagnostic.GetMessage())];
        Assert.Contains("IsPowerOfTwo<_100> does not hold (through Ring.Mask<_100>)", messages);
        Assert.Contains("IsPowerOfTwo<Product<_50, _2>> does not hold (through Ring.Doubled<_50> → Ring.Mask<Product<_50, _2>>)", messages);
        Assert.Contains("Difference<_3, _5>: -2 is out of the range of uint", messages);
    }

    private static async Task<string[]> FindAsync(string source) =>
        [.. (await AnalyzeAsync(source)).Select(diagnostic => $"{diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1} {diagnostic.Id}")];

    private static async Task<Diagnostic[]> AnalyzeAsync(string source)
    {
        var run = new Run(source);
        IEnumerable<Diagnostic> analyzed = await run.Output.WithAnalyzers([new ClosedConstAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(run.Errors(), error => !error.Contains("FER3", StringComparison.Ordinal));
        return
        [
            .. run.Diagnostics.Concat(analyzed)
                .Where(diagnostic => diagnostic.Id.StartsWith("FER", StringComparison.Ordinal))
                .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal),
        ];
    }
}
