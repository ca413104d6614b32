using Ferrite.Analyzers.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ferrite.Analyzers.Rules;

/// <summary>A rule of handles, for compilations that have a SafeHandle.</summary>
public abstract class HandleRule : SyntaxRule
{
    private protected HandleRule(DiagnosticDescriptor rule, params SyntaxKind[] kinds)
        : base(rule, kinds)
    {
    }

    private protected sealed override Action<SyntaxNodeAnalysisContext>? For(Compilation compilation) =>
        KnownTypes.Of(compilation) is { } types ? context => Analyze(context, types) : null;

    private protected abstract void Analyze(SyntaxNodeAnalysisContext context, KnownTypes types);
}
