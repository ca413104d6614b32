using System.Collections.Immutable;
using System.Composition;
using Ferrite.Analyzers.Rules;
using Ferrite.Analyzers.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Ferrite.Analyzers.CodeFixes;

/// <summary>FER2001: a using for the view.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class UndisposedViewFix : CodeFixProvider
{
    private const string Title = "Put the view in a using";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(UndisposedViewAnalyzer.Id);

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!;
        SyntaxNode found = root.FindNode(context.Span, getInnermostNodeForTie: true);
        if (found is VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax declaration } })
        {
            context.RegisterCodeFix(CodeAction.Create(Title, _ => Task.FromResult(Use(context.Document, root, declaration)), "Using"), context.Diagnostics);
        }
        else if (found.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call
            && call.FirstAncestorOrSelf<StatementSyntax>() is { Parent: BlockSyntax block } and (LocalDeclarationStatementSyntax or ExpressionStatementSyntax or ReturnStatementSyntax) and { } statement
            && !call.Ancestors().TakeWhile(node => node != statement).Any(static node => node is AnonymousFunctionExpressionSyntax))
        {
            context.RegisterCodeFix(CodeAction.Create(Title, _ => Task.FromResult(Split(context.Document, root, block, statement, call)), "Using"), context.Diagnostics);
        }
    }

    private static Document Use(Document document, SyntaxNode root, LocalDeclarationStatementSyntax declaration)
    {
        SyntaxToken word = SyntaxFactory.Token(SyntaxKind.UsingKeyword).WithLeadingTrivia(declaration.GetLeadingTrivia()).WithTrailingTrivia(SyntaxFactory.Space);
        return document.WithSyntaxRoot(root.ReplaceNode(declaration, declaration.WithoutLeadingTrivia().WithUsingKeyword(word)));
    }

    private static Document Split(Document document, SyntaxNode root, BlockSyntax block, StatementSyntax statement, InvocationExpressionSyntax call)
    {
        HashSet<string> taken = new(Scopes.Member(statement).DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText), StringComparer.Ordinal);
        string name = taken.Contains("view") ? "mappedView" : "view";
        StatementSyntax view = SyntaxFactory.ParseStatement($"using var {name} = {call.WithoutTrivia()};\n")
            .WithLeadingTrivia(statement.GetLeadingTrivia())
            .WithAdditionalAnnotations(Formatter.Annotation);
        StatementSyntax rest = statement.ReplaceNode(call, SyntaxFactory.IdentifierName(name).WithTriviaFrom(call)).WithIndentationOnly();
        int at = block.Statements.IndexOf(statement);
        BlockSyntax changed = block.WithStatements(block.Statements.RemoveAt(at).Insert(at, rest).Insert(at, view));
        return document.WithSyntaxRoot(root.ReplaceNode(block, changed));
    }
}
