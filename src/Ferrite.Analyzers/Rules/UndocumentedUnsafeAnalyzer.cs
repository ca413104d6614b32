using System.Collections.Immutable;
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
public sealed class UndocumentedUnsafeAnalyzer : DiagnosticAnalyzer
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

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSyntaxNodeAction(AnalyzeBlock, SyntaxKind.UnsafeStatement);
        context.RegisterSyntaxNodeAction(
            AnalyzeMember,
            SyntaxKind.MethodDeclaration,
            SyntaxKind.ConstructorDeclaration,
            SyntaxKind.DestructorDeclaration,
            SyntaxKind.OperatorDeclaration,
            SyntaxKind.ConversionOperatorDeclaration,
            SyntaxKind.PropertyDeclaration,
            SyntaxKind.IndexerDeclaration,
            SyntaxKind.EventDeclaration,
            SyntaxKind.FieldDeclaration);
        context.RegisterSyntaxNodeAction(AnalyzeLocalFunction, SyntaxKind.LocalFunctionStatement);
    }

    private static void AnalyzeBlock(SyntaxNodeAnalysisContext context)
    {
        var block = (UnsafeStatementSyntax)context.Node;
        if (IsDocumentedAbove(block))
        {
            return;
        }

        SyntaxNode? first = UnsafeOperations.First(block, context.SemanticModel, context.CancellationToken);
        bool isDocumented = first is null ? SafetyComments.IsInside(block) : SafetyComments.Covers(block, first);
        if (!isDocumented)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, block.UnsafeKeyword.GetLocation()));
        }
    }

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

    private static void AnalyzeMember(SyntaxNodeAnalysisContext context)
    {
        if (UnsafeContext.Contains(context.Node))
        {
            Analyze(context);
        }
    }

    private static void AnalyzeLocalFunction(SyntaxNodeAnalysisContext context)
    {
        if (UnsafeContext.HasModifier(context.Node) && !UnsafeContext.Contains(context.Node.Parent!))
        {
            Analyze(context);
        }
    }

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        if (!SafetyComments.IsAbove(context.Node)
            && UnsafeOperations.First(context.Node, context.SemanticModel, context.CancellationToken) is { } first
            && !SafetyComments.Covers(context.Node, first))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, first.GetLocation()));
        }
    }
}
