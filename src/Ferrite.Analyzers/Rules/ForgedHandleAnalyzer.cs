using Ferrite.Analyzers.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ferrite.Analyzers.Rules;

/// <summary>FER1001: a handle made of a number that the OS didn't give here, outside a documented unsafe context.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ForgedHandleAnalyzer : HandleRule
{
    /// <summary>The rule's number.</summary>
    public const string Id = "FER1001";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A handle forged from a number",
        "Nothing shows that the OS gave '{0}' and still keeps it open: take a SafeHandle, or say in an unsafe context with a SAFETY comment why this number is a handle",
        RuleDocs.Handles,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A forged handle reads, writes or closes somebody else's file. See RFC 3128 of Rust: from_raw_fd is unsafe.",
        RuleDocs.Link(Id));

    /// <summary>For the compiler.</summary>
    public ForgedHandleAnalyzer()
        : base(Rule, SyntaxKind.ObjectCreationExpression, SyntaxKind.ImplicitObjectCreationExpression)
    {
    }

    private protected override void Analyze(SyntaxNodeAnalysisContext context, KnownTypes types)
    {
        var creation = (BaseObjectCreationExpressionSyntax)context.Node;
        if (HandleCreations.RawHandle(creation, context.SemanticModel, types, context.CancellationToken) is { } raw
            && RawValues.IsForged(raw, context.SemanticModel, context.CancellationToken)
            && !types.IsTrusted(context.ContainingSymbol?.ContainingType)
            && !UnsafeContext.IsDocumented(creation))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, creation.GetLocation(), raw.ToString()));
        }
    }
}
