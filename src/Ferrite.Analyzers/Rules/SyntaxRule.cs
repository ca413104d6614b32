using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ferrite.Analyzers.Rules;

/// <summary>A rule that looks at nodes of some kinds, in what people wrote, in the compilations that it has something to say about.</summary>
public abstract class SyntaxRule : DiagnosticAnalyzer
{
    private readonly ImmutableArray<SyntaxKind> _kinds;

    private protected SyntaxRule(DiagnosticDescriptor rule, params SyntaxKind[] kinds)
    {
        _kinds = ImmutableArray.Create(kinds);
        SupportedDiagnostics = ImmutableArray.Create(rule);
    }

    /// <inheritdoc />
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    private protected virtual GeneratedCodeAnalysisFlags GeneratedCode => GeneratedCodeAnalysisFlags.None;

    /// <inheritdoc />
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCode);
        context.RegisterCompilationStartAction(start =>
        {
            if (For(start.Compilation) is { } analyze)
            {
                start.RegisterSyntaxNodeAction(analyze, _kinds);
            }
        });
    }

    /// <summary>What to do with a node. Null where a compilation has none that matters.</summary>
    private protected abstract Action<SyntaxNodeAnalysisContext>? For(Compilation compilation);
}
