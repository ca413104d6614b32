using System.Collections.Immutable;
using System.Composition;
using Ferrite.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Ferrite.Analyzers.CodeFixes;

/// <summary>FER1004: the member says that it is dangerous.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class RawHandleParameterFix : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RawHandleParameterAnalyzer.Id);

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!;
        if (context.Document.Project.CompilationOptions is CSharpCompilationOptions { AllowUnsafe: true }
            && root.FindNode(context.Span).FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is { } method)
        {
            context.RegisterCodeFix(
                CodeAction.Create("Mark it unsafe", _ => Task.FromResult(MarkUnsafe(context.Document, root, method)), "Unsafe"),
                context.Diagnostics);
        }
    }

    private static Document MarkUnsafe(Document document, SyntaxNode root, BaseMethodDeclarationSyntax method)
    {
        SyntaxGenerator generator = SyntaxGenerator.GetGenerator(document);
        return document.WithSyntaxRoot(root.ReplaceNode(method, generator.WithModifiers(method, generator.GetModifiers(method).WithIsUnsafe(true))));
    }
}
