using System.Collections.Immutable;
using System.Composition;
using Ferrite.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ferrite.Analyzers.CodeFixes;

/// <summary>FER1007: the second owner becomes none, where a local's handle has two.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class TwoOwnersFix : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(TwoOwnersAnalyzer.Id);

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!;
        if (root.FindNode(context.Span, getInnermostNodeForTie: true) is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: > 1 } arguments }
            && arguments[0].Expression is IdentifierNameSyntax or CastExpressionSyntax
            && arguments.FirstOrDefault(static argument => argument.Expression.IsKind(SyntaxKind.TrueLiteralExpression)) is { } owns)
        {
            context.RegisterCodeFix(
                CodeAction.Create("Make it not own the handle", _ => Task.FromResult(Disown(context.Document, root, owns.Expression)), "Disown"),
                context.Diagnostics);
        }
    }

    private static Document Disown(Document document, SyntaxNode root, ExpressionSyntax literal) =>
        document.WithSyntaxRoot(root.ReplaceNode(literal, SyntaxFactory.LiteralExpression(SyntaxKind.FalseLiteralExpression).WithTriviaFrom(literal)));
}
