using Ferrite.Analyzers.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ferrite.Analyzers.Rules;

/// <summary>A rule of mapped files, for compilations that reference Ferrite.Mapping.</summary>
public abstract class MappingRule : SyntaxRule
{
    private protected MappingRule(DiagnosticDescriptor rule, params SyntaxKind[] kinds)
        : base(rule, kinds)
    {
    }

    private protected sealed override Action<SyntaxNodeAnalysisContext>? For(Compilation compilation) =>
        MappingTypes.Of(compilation) is { } types ? context => Analyze(context, types) : null;

    private protected abstract void Analyze(SyntaxNodeAnalysisContext context, MappingTypes types);
}
