using Ferrite.Analyzers.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ferrite.Analyzers.Rules;

/// <summary>FER2002: memory of a view or file that a <c>using</c> ends, returned or stored where it lives on.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OutlivedViewAnalyzer : MappingRule
{
    /// <summary>The rule's number.</summary>
    public const string Id = "FER2002";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A span or pointer that outlives its view",
        "'{0}' is disposed at the end of its using, and this memory is used after it: copy the bytes, or keep '{0}' as long as they are needed",
        RuleDocs.Mapping,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The addresses stay valid as long as the view. After that they may be anything, or nothing.",
        RuleDocs.Link(Id));

    /// <summary>For the compiler.</summary>
    public OutlivedViewAnalyzer()
        : base(Rule, SyntaxKind.ReturnStatement, SyntaxKind.SimpleAssignmentExpression)
    {
    }

    private protected override void Analyze(SyntaxNodeAnalysisContext context, MappingTypes types)
    {
        if (context.Node is ReturnStatementSyntax statement)
        {
            AnalyzeReturn(statement, context, types);
        }
        else
        {
            AnalyzeAssignment((AssignmentExpressionSyntax)context.Node, context, types);
        }
    }

    private static void AnalyzeReturn(ReturnStatementSyntax statement, SyntaxNodeAnalysisContext context, MappingTypes types)
    {
        if (statement.Expression is { } value
            && MayBeMemory(value)
            && IsMemory(context.SemanticModel.GetTypeInfo(value, context.CancellationToken).Type)
            && MappedMemory.Owner(value, types, context.SemanticModel, context.CancellationToken) is { } owner)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, value.GetLocation(), owner.Name));
        }
    }

    private static void AnalyzeAssignment(AssignmentExpressionSyntax assignment, SyntaxNodeAnalysisContext context, MappingTypes types)
    {
        if (MayBeMemory(assignment.Right)
            && IsMemory(context.SemanticModel.GetTypeInfo(assignment.Left, context.CancellationToken).Type)
            && MappedMemory.Owner(assignment.Right, types, context.SemanticModel, context.CancellationToken) is { } owner
            && Outlives(assignment, owner, context))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, assignment.GetLocation(), owner.Name));
        }
    }

    /// <summary>Before anything is bound: a name, or something that ends in one of the sources.</summary>
    private static bool MayBeMemory(ExpressionSyntax value) => value is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax
        or ElementAccessExpressionSyntax or CastExpressionSyntax or ParenthesizedExpressionSyntax or BinaryExpressionSyntax;

    private static bool IsMemory(ITypeSymbol? type) => type is { TypeKind: TypeKind.Pointer } or { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr }
        || type is { IsRefLikeType: true, Name: "Span" or "ReadOnlySpan" };

    /// <summary>A field, a ref or out parameter, or a local of outside the using that is used after it.</summary>
    private static bool Outlives(AssignmentExpressionSyntax assignment, ILocalSymbol owner, SyntaxNodeAnalysisContext context) =>
        context.SemanticModel.GetSymbolInfo(assignment.Left, context.CancellationToken).Symbol switch
        {
            IFieldSymbol field => field.IsStatic || Receivers.Root(assignment.Left) is IdentifierNameSyntax root
                && context.SemanticModel.GetSymbolInfo(root, context.CancellationToken).Symbol is IFieldSymbol or IParameterSymbol { RefKind: RefKind.Ref or RefKind.Out },
            IParameterSymbol parameter => parameter.RefKind is RefKind.Ref or RefKind.Out,
            ILocalSymbol local => MappedMemory.ScopeOf(owner, context.CancellationToken) is UsingStatementSyntax or BlockSyntax
                && MappedMemory.ScopeOf(owner, context.CancellationToken) is StatementSyntax scope
                && Scopes.After(scope).Any(later => Uses.All(later, local.Name).Any(static use => !(use.Parent is AssignmentExpressionSyntax other && other.Left == use)))
                && !Scopes.After(scope).Any(later => Uses.Assigns(later, local.Name)),
            _ => false,
        };
}
