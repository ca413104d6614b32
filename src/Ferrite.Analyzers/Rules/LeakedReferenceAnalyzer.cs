using Ferrite.Analyzers.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ferrite.Analyzers.Rules;

/// <summary>FER1005: a DangerousAddRef whose DangerousRelease is not in a finally, or nowhere.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LeakedReferenceAnalyzer : HandleRule
{
    /// <summary>The rule's number.</summary>
    public const string Id = "FER1005";

    private const string Release = "DangerousRelease";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A reference to a handle that an exception leaks",
        "The reference added to '{0}' is not released in a finally: after an exception it is never closed. Borrow it for the scope instead.",
        RuleDocs.Handles,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A reference that isn't released keeps the handle open for the rest of the process, whoever disposes it.",
        RuleDocs.Link(Id));

    /// <summary>For the compiler.</summary>
    public LeakedReferenceAnalyzer()
        : base(Rule, SyntaxKind.InvocationExpression)
    {
    }

    private protected override void Analyze(SyntaxNodeAnalysisContext context, KnownTypes types)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        if (Receivers.Of(call, "DangerousAddRef") is not { } receiver
            || receiver is ThisExpressionSyntax or BaseExpressionSyntax
            || !Receivers.IsStable(receiver)
            || !types.IsSafeHandle(context.SemanticModel.GetTypeInfo(receiver, context.CancellationToken).Type))
        {
            return;
        }

        SyntaxNode function = Scopes.Function(call);
        InvocationExpressionSyntax[] releases = [.. Receivers.Calls(function, Release, receiver)];
        bool isReleased = releases.Length == 0
            ? IsReleasedElsewhere(context.ContainingSymbol, context.CancellationToken)
            : Array.Exists(releases, release => IsGuarded(release, function)) || IsReleasedElsewhere(releases, call, context);
        if (!isReleased)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, call.GetLocation(), receiver.ToString()));
        }
    }

    private static bool IsGuarded(SyntaxNode release, SyntaxNode function) =>
        release.Ancestors().TakeWhile(node => node != function).Any(static node => node is FinallyClauseSyntax);

    /// <summary>Released in a catch here, and by another member when all went well.</summary>
    private static bool IsReleasedElsewhere(InvocationExpressionSyntax[] releases, SyntaxNode call, SyntaxNodeAnalysisContext context) =>
        Array.TrueForAll(releases, release => release.Ancestors().TakeWhile(node => !node.Contains(call)).Any(static node => node is CatchClauseSyntax))
        && IsReleasedElsewhere(context.ContainingSymbol, context.CancellationToken);

    /// <summary>The type, or one it is nested in, releases references somewhere: a borrow or a marshaller, which end later.</summary>
    private static bool IsReleasedElsewhere(ISymbol? member, CancellationToken cancellation) =>
        Scopes.WithContaining(member?.ContainingType).LastOrDefault()?.DeclaringSyntaxReferences
            .SelectMany(reference => reference.GetSyntax(cancellation).DescendantNodes().OfType<InvocationExpressionSyntax>())
            .Any(call => Receivers.Of(call, Release) is not null && (member is null || !IsInside(call, member, cancellation))) ?? false;

    private static bool IsInside(SyntaxNode node, ISymbol member, CancellationToken cancellation) =>
        member.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == node.SyntaxTree && reference.GetSyntax(cancellation).FullSpan.Contains(node.Span));
}
