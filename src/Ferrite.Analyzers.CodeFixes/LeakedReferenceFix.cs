using System.Collections.Immutable;
using System.Composition;
using Ferrite.Analyzers.Rules;
using Ferrite.Analyzers.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace Ferrite.Analyzers.CodeFixes;

/// <summary>FER1005: a borrow in the place of the reference, or a finally around what uses it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class LeakedReferenceFix : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(LeakedReferenceAnalyzer.Id);

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!;
        SemanticModel model = (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false))!;
        if (root.FindNode(context.Span, getInnermostNodeForTie: true).FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { Parent: ExpressionStatementSyntax { Parent: BlockSyntax block } add } call
            || Receivers.Of(call, "DangerousAddRef") is not { } handle)
        {
            return;
        }

        StatementSyntax? release = Scopes.After(add).FirstOrDefault(later => IsRelease(later, handle));
        if (Borrowing.IsAvailable(model.Compilation, model.GetTypeInfo(handle, context.CancellationToken).Type))
        {
            context.RegisterCodeFix(
                CodeAction.Create("Borrow the handle", cancellation => BorrowAsync(context.Document, add, release, handle, cancellation), "Borrow"),
                context.Diagnostics);
        }
        else if (release is not null && !AreDeclaredBetween(block, add, release))
        {
            context.RegisterCodeFix(
                CodeAction.Create("Release in a finally", _ => Task.FromResult(Guard(context.Document, root, block, add, release)), "Finally"),
                context.Diagnostics);
        }
    }

    /// <summary><c>handle.DangerousRelease();</c>, also below <c>if (added)</c>.</summary>
    private static bool IsRelease(StatementSyntax statement, ExpressionSyntax handle) => statement switch
    {
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } => Receivers.Of(call, "DangerousRelease") is { } other && Receivers.Same(other, handle),
        IfStatementSyntax { Else: null, Statement: BlockSyntax { Statements.Count: 1 } block } => IsRelease(block.Statements[0], handle),
        IfStatementSyntax { Else: null } choice => IsRelease(choice.Statement, handle),
        _ => false,
    };

    private static async Task<Document> BorrowAsync(Document document, StatementSyntax add, StatementSyntax? release, ExpressionSyntax handle, CancellationToken cancellation)
    {
        DocumentEditor editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
        SyntaxNode member = Scopes.Member(add);
        editor.ReplaceNode(add, Borrowing.Statement(handle, Borrowing.FreeName(member), add.GetLeadingTrivia()));
        if (release is not null)
        {
            editor.RemoveNode(release, SyntaxRemoveOptions.KeepUnbalancedDirectives);
        }

        // The flag, where nothing else asks for it.
        if (((InvocationExpressionSyntax)((ExpressionStatementSyntax)add).Expression).ArgumentList.Arguments is { Count: 1 } arguments
            && arguments[0].Expression is IdentifierNameSyntax flag
            && Uses.All(member, flag.Identifier.ValueText).All(use => add.Contains(use) || (release?.Contains(use) ?? false))
            && member.DescendantNodes().OfType<VariableDeclaratorSyntax>().FirstOrDefault(variable => string.Equals(variable.Identifier.ValueText, flag.Identifier.ValueText, StringComparison.Ordinal))
                is { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax declaration } })
        {
            editor.RemoveNode(declaration, SyntaxRemoveOptions.KeepUnbalancedDirectives);
        }

        Document changed = editor.GetChangedDocument();
        var root = (CompilationUnitSyntax)(await changed.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        return changed.WithSyntaxRoot(Borrowing.WithUsing(root));
    }

    private static Document Guard(Document document, SyntaxNode root, BlockSyntax block, StatementSyntax add, StatementSyntax release)
    {
        int first = block.Statements.IndexOf(add) + 1;
        int last = block.Statements.IndexOf(release);
        TryStatementSyntax guarded = SyntaxFactory.TryStatement(
            SyntaxFactory.Block(block.Statements.Skip(first).Take(last - first)),
            default,
            SyntaxFactory.FinallyClause(SyntaxFactory.Block(release))).WithAdditionalAnnotations(Formatter.Annotation);
        BlockSyntax changed = block.WithStatements([.. block.Statements.Take(first), guarded, .. block.Statements.Skip(last + 1)]);
        return document.WithSyntaxRoot(root.ReplaceNode(block, changed));
    }

    /// <summary>Whether a variable would be hidden in the try that is used after it.</summary>
    private static bool AreDeclaredBetween(BlockSyntax block, StatementSyntax add, StatementSyntax release) =>
        block.Statements.Where(statement => statement.SpanStart > add.SpanStart && statement.SpanStart < release.SpanStart)
            .SelectMany(static statement => statement.DescendantNodes())
            .Select(static node => node switch
            {
                VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
                SingleVariableDesignationSyntax designation => designation.Identifier.ValueText,
                _ => null,
            })
            .Any(name => name is not null && Scopes.After(release).Any(later => Uses.All(later, name).Any()));
}
