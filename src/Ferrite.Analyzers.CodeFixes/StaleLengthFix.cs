using System.Collections.Immutable;
using System.Composition;
using Ferrite.Analyzers.Rules;
using Ferrite.Analyzers.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ferrite.Analyzers.CodeFixes;

/// <summary>FER2003: the file is asked again, wherever the local was used after the change.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class StaleLengthFix : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(StaleLengthAnalyzer.Id);

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!;
        if (root.FindNode(context.Span, getInnermostNodeForTie: true).FirstAncestorOrSelf<IdentifierNameSyntax>() is { } use
            && Scopes.Function(use).DescendantNodes().OfType<VariableDeclaratorSyntax>().FirstOrDefault(variable => string.Equals(variable.Identifier.ValueText, use.Identifier.ValueText, StringComparison.Ordinal))
                is { Initializer.Value: { } length, Parent.Parent: LocalDeclarationStatementSyntax declaration })
        {
            context.RegisterCodeFix(
                CodeAction.Create("Ask the file again", _ => Task.FromResult(Ask(context.Document, root, declaration, use, length)), "Length"),
                context.Diagnostics);
        }
    }

    private static Document Ask(Document document, SyntaxNode root, SyntaxNode declaration, IdentifierNameSyntax first, ExpressionSyntax length)
    {
        IdentifierNameSyntax[] uses = [.. Uses.All(Scopes.Function(declaration), first.Identifier.ValueText).Where(use => use.SpanStart >= first.SpanStart)];
        return document.WithSyntaxRoot(root.ReplaceNodes(uses, (use, _) => length.WithTriviaFrom(use)));
    }
}
