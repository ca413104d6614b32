using System.Collections.Immutable;
using System.Composition;
using Ferrite.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Simplification;

namespace Ferrite.Analyzers.CodeFixes;

/// <summary>FER1003: the P/Invoke takes the SafeHandle, and its callers, all of which took the raw handle out of one, pass that.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class RawHandleImportFix : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RawHandleImportAnalyzer.Id);

    /// <summary>None: a fix changes callers in other files, which another fix may change too.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        CancellationToken cancellation = context.CancellationToken;
        SyntaxNode root = (await context.Document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        SemanticModel model = (await context.Document.GetSemanticModelAsync(cancellation).ConfigureAwait(false))!;
        if (root.FindNode(context.Span).FirstAncestorOrSelf<ParameterSyntax>() is not { Type: not null } parameter
            || model.GetDeclaredSymbol(parameter, cancellation) is not { ContainingSymbol: IMethodSymbol method } symbol
            || !context.Diagnostics[0].Properties.TryGetValue(RawHandleImportAnalyzer.OwnerProperty, out string? owner))
        {
            return;
        }

        List<RawArgument>? callers = await CallersAsync(context.Document.Project.Solution, method, symbol.Ordinal, cancellation).ConfigureAwait(false);
        ITypeSymbol? type = callers is { Count: > 0 } && callers.TrueForAll(caller => SymbolEqualityComparer.Default.Equals(caller.Type, callers[0].Type))
            ? callers[0].Type
            : Owner(model.Compilation, callers is { Count: 0 } ? owner! : "SafeHandle");
        if (callers is not null && type is not null)
        {
            context.RegisterCodeFix(
                CodeAction.Create($"Take a {type.Name}", token => TakeAsync(context.Document, parameter, type, callers, token), "Take"),
                context.Diagnostics);
        }
    }

    /// <summary>What each caller passes. Null where one passes anything but a SafeHandle's raw handle.</summary>
    private static async Task<List<RawArgument>?> CallersAsync(Solution solution, IMethodSymbol method, int ordinal, CancellationToken cancellation)
    {
        var callers = new List<RawArgument>();
        foreach (ReferencedSymbol referenced in await SymbolFinder.FindReferencesAsync(method, solution, cancellation).ConfigureAwait(false))
        {
            foreach (ReferenceLocation location in referenced.Locations.Where(static location => !location.IsImplicit))
            {
                SyntaxNode root = (await location.Document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
                SemanticModel model = (await location.Document.GetSemanticModelAsync(cancellation).ConfigureAwait(false))!;
                if (root.FindNode(location.Location.SourceSpan).FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call
                    || RawArgument.Of(location.Document.Id, call, ordinal, model, cancellation) is not { } argument)
                {
                    return null;
                }

                callers.Add(argument);
            }
        }

        return callers;
    }

    private static INamedTypeSymbol? Owner(Compilation compilation, string name) =>
        compilation.GetTypeByMetadataName($"Microsoft.Win32.SafeHandles.{name}")
        ?? compilation.GetTypeByMetadataName($"System.Net.Sockets.{name}")
        ?? compilation.GetTypeByMetadataName($"System.Runtime.InteropServices.{name}");

    private static async Task<Solution> TakeAsync(Document document, ParameterSyntax parameter, ITypeSymbol type, List<RawArgument> callers, CancellationToken cancellation)
    {
        var editor = new SolutionEditor(document.Project.Solution);
        DocumentEditor declaration = await editor.GetDocumentEditorAsync(document.Id, cancellation).ConfigureAwait(false);
        TypeSyntax name = SyntaxFactory.ParseTypeName(type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat))
            .WithTriviaFrom(parameter.Type!)
            .WithAdditionalAnnotations(Simplifier.Annotation);
        declaration.ReplaceNode(parameter.Type!, name);
        foreach (RawArgument caller in callers)
        {
            DocumentEditor calling = await editor.GetDocumentEditorAsync(caller.Document, cancellation).ConfigureAwait(false);
            calling.ReplaceNode(caller.Expression, caller.Owner.WithTriviaFrom(caller.Expression));
        }

        return editor.GetChangedSolution();
    }
}
