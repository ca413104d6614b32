using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ferrite.Const.CodeFixes;

/// <summary>FER3004: the value in the place of the expression, <c>_3</c> for <c>Sum&lt;_1, _2&gt;</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class ClosedExpressionFix : CodeFixProvider
{
    /// <summary>What the rule says the value is written as.</summary>
    private const string Value = "value";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["FER3004"];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            // An alias can't be over another: there the expression stays.
            if (diagnostic.Properties.TryGetValue(Value, out string? value) && value is not null
                && root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is GenericNameSyntax expression
                && expression.FirstAncestorOrSelf<UsingDirectiveSyntax>() is null)
            {
                context.RegisterCodeFix(
                    CodeAction.Create($"Write {value}", _ => Task.FromResult(Replace(context.Document, root, expression, value)), nameof(ClosedExpressionFix)),
                    diagnostic);
            }
        }
    }

    private static Document Replace(Document document, SyntaxNode root, GenericNameSyntax expression, string value)
    {
        SimpleNameSyntax written = (SimpleNameSyntax)SyntaxFactory.ParseTypeName(value);

        // A literal is an alias, which no namespace stands before; Neg is a type like the operator was.
        SyntaxNode replaced = written is GenericNameSyntax ? expression : Qualified(expression);
        return document.WithSyntaxRoot(root.ReplaceNode(replaced, written.WithTriviaFrom(replaced)));
    }

    private static SyntaxNode Qualified(SimpleNameSyntax name) => name.Parent switch
    {
        QualifiedNameSyntax qualified when qualified.Right == name => qualified,
        AliasQualifiedNameSyntax qualified when qualified.Name == name => qualified,
        MemberAccessExpressionSyntax access when access.Name == name => access,
        _ => name,
    };
}
