using System.Collections.Immutable;
using System.Composition;
using Ferrite.Analyzers.Rules;
using Ferrite.Analyzers.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ferrite.Analyzers.CodeFixes;

/// <summary>FER1002: a borrow above the statement, for the rest of its block.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class UnheldRawHandleFix : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(UnheldRawHandleAnalyzer.Id);

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = (CompilationUnitSyntax)(await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!;
        SemanticModel model = (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false))!;
        if (root.FindNode(context.Span, getInnermostNodeForTie: true).FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call
            && Receivers.Of(call, "DangerousGetHandle") is { } handle
            && Receivers.IsStable(handle)
            && call.FirstAncestorOrSelf<StatementSyntax>() is { Parent: BlockSyntax block } statement
            && Borrowing.IsAvailable(model.Compilation, model.GetTypeInfo(handle, context.CancellationToken).Type))
        {
            context.RegisterCodeFix(
                CodeAction.Create("Borrow the handle", _ => Task.FromResult(Borrow(context.Document, root, block, statement, handle)), "Borrow"),
                context.Diagnostics);
        }
    }

    private static Document Borrow(Document document, CompilationUnitSyntax root, BlockSyntax block, StatementSyntax statement, ExpressionSyntax handle)
    {
        StatementSyntax borrow = Borrowing.Statement(handle, Borrowing.FreeName(Scopes.Member(statement)), statement.GetLeadingTrivia());
        int at = block.Statements.IndexOf(statement);
        BlockSyntax changed = block.WithStatements(block.Statements.Replace(statement, statement.WithIndentationOnly()).Insert(at, borrow));
        return document.WithSyntaxRoot(Borrowing.WithUsing(root.ReplaceNode(block, changed)));
    }
}
