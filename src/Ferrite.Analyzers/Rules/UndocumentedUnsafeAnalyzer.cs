using Ferrite.Analyzers.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ferrite.Analyzers.Rules;

/// <summary>
/// FER0001: an unsafe block, or a member that goes through a pointer, without a <c>// SAFETY:</c> comment. A block wants one of its own;
/// a member one above it, or in it before the first use of a pointer.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UndocumentedUnsafeAnalyzer : SyntaxRule
{
    /// <summary>The rule's number.</summary>
    public const string Id = "FER0001";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Unsafe code without a SAFETY comment",
        "Say in a '// SAFETY:' comment above which contract this relies on and why it is met",
        RuleDocs.Unsafe,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The compiler checks nothing here, so a reader has to: tell them what must hold, and why it does.",
        RuleDocs.Link(Id));

    /// <summary>For the compiler.</summary>
    public UndocumentedUnsafeAnalyzer()
        : base(
            Rule,
            SyntaxKind.UnsafeStatement,
            SyntaxKind.MethodDeclaration,
            SyntaxKind.ConstructorDeclaration,
            SyntaxKind.DestructorDeclaration,
            SyntaxKind.OperatorDeclaration,
            SyntaxKind.ConversionOperatorDeclaration,
            SyntaxKind.PropertyDeclaration,
            SyntaxKind.IndexerDeclaration,
            SyntaxKind.EventDeclaration,
            SyntaxKind.FieldDeclaration,
            SyntaxKind.LocalFunctionStatement)
    {
    }

    private protected override Action<SyntaxNodeAnalysisContext>? For(Compilation compilation) =>
        compilation.Options is CSharpCompilationOptions { AllowUnsafe: true } ? Analyze : null;

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        SyntaxNode node = context.Node;
        if (node is UnsafeStatementSyntax block)
        {
            AnalyzeBlock(block, context);
        }
        else if (node is LocalFunctionStatementSyntax ? UnsafeContext.HasModifier(node) && !UnsafeContext.Contains(node.Parent!) : UnsafeContext.Contains(node))
        {
            if (Undocumented(node, SafetyComments.FirstLine(node), context) is { } first)
            {
                context.ReportDiagnostic(Diagnostic.Create(Rule, first.GetLocation()));
            }
        }
    }

    private static void AnalyzeBlock(UnsafeStatementSyntax block, SyntaxNodeAnalysisContext context)
    {
        if (IsDocumentedAbove(block))
        {
            return;
        }

        int? documented = SafetyComments.FirstLine(block);
        if (documented is null || Undocumented(block, documented, context) is not null)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, block.UnsafeKeyword.GetLocation()));
        }
    }

    /// <summary>The first use of a pointer, if it stands above the first SAFETY comment: nothing below that has to be bound.</summary>
    private static SyntaxNode? Undocumented(SyntaxNode scope, int? documented, SyntaxNodeAnalysisContext context) =>
        UnsafeOperations.First(scope, documented ?? scope.Span.End, context.SemanticModel, context.CancellationToken);

    /// <summary>Above the block, above a statement that has the block as its body, or above the function or member.</summary>
    private static bool IsDocumentedAbove(UnsafeStatementSyntax block)
    {
        for (SyntaxNode? at = block; at is StatementSyntax or ElseClauseSyntax; at = at.Parent)
        {
            if (SafetyComments.IsAbove(at))
            {
                return true;
            }

            if (at.Parent is BlockSyntax)
            {
                break;
            }
        }

        return (Scopes.Function(block) is LocalFunctionStatementSyntax function && SafetyComments.IsAbove(function))
            || (Scopes.Member(block) is MemberDeclarationSyntax member && SafetyComments.IsAbove(member));
    }
}
