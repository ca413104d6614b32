using System.Collections.Immutable;
using System.Composition;
using Ferrite.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ferrite.Analyzers.CodeFixes;

/// <summary>FER2002: a copy of the bytes, which nothing ends.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class OutlivedViewFix : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(OutlivedViewAnalyzer.Id);

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!;
        SemanticModel model = (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false))!;
        SyntaxNode found = root.FindNode(context.Span, getInnermostNodeForTie: true);
        if (((found as AssignmentExpressionSyntax)?.Right ?? found as ExpressionSyntax) is { } value
            && value is MemberAccessExpressionSyntax or InvocationExpressionSyntax or IdentifierNameSyntax or ElementAccessExpressionSyntax
            && model.GetTypeInfo(value, context.CancellationToken).Type is { Name: "Span" or "ReadOnlySpan" })
        {
            context.RegisterCodeFix(CodeAction.Create("Copy the bytes", _ => Task.FromResult(Copy(context.Document, root, value)), "Copy"), context.Diagnostics);
        }
    }

    private static Document Copy(Document document, SyntaxNode root, ExpressionSyntax value)
    {
        ExpressionSyntax copy = SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, value.WithoutTrivia(), SyntaxFactory.IdentifierName("ToArray")));
        return document.WithSyntaxRoot(root.ReplaceNode(value, copy.WithTriviaFrom(value)));
    }
}
