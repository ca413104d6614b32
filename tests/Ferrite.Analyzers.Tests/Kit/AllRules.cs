using System.Collections.Immutable;
using Ferrite.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ferrite.Analyzers.Tests.Kit;

/// <summary>All rules of the assembly, run as a compiler runs them.</summary>
internal static class AllRules
{
    internal static ImmutableArray<DiagnosticAnalyzer> All { get; } =
        [.. typeof(ForgedHandleAnalyzer).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];

    internal static IEnumerable<DiagnosticDescriptor> Descriptors => All.SelectMany(static analyzer => analyzer.SupportedDiagnostics).OrderBy(static rule => rule.Id, StringComparer.Ordinal);

    /// <summary>What they report, in order. A rule that throws is reported as AD0001.</summary>
    internal static ImmutableArray<Diagnostic> Run(Compilation compilation)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        ImmutableArray<Diagnostic> found = new CompilationWithAnalyzers(compilation, All, options).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        return [.. found.OrderBy(static diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(static diagnostic => diagnostic.Location.SourceSpan)];
    }
}
