using Ferrite.Analyzers.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ferrite.Analyzers.Rules;

/// <summary>FER2001: a view, or an enumerator taken by hand, that nothing disposes; a view that is read and dropped in one expression.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UndisposedViewAnalyzer : MappingRule
{
    /// <summary>The rule's number.</summary>
    public const string Id = "FER2001";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A view of a mapped file that nothing disposes",
        "'{0}' is never disposed, so nobody learns whether what it saw can be trusted: put it in a using",
        RuleDocs.Mapping,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A lost page reads as zeros until the view ends, and Dispose is what throws then. On Windows the addresses go with the view.",
        RuleDocs.Link(Id));

    /// <summary>For the compiler.</summary>
    public UndisposedViewAnalyzer()
        : base(Rule, SyntaxKind.LocalDeclarationStatement, SyntaxKind.SimpleMemberAccessExpression)
    {
    }

    private protected override void Analyze(SyntaxNodeAnalysisContext context, MappingTypes types)
    {
        if (context.Node is LocalDeclarationStatementSyntax declaration)
        {
            AnalyzeLocal(declaration, context, types);
        }
        else
        {
            AnalyzeTemporary((MemberAccessExpressionSyntax)context.Node, context, types);
        }
    }

    private static void AnalyzeLocal(LocalDeclarationStatementSyntax declaration, SyntaxNodeAnalysisContext context, MappingTypes types)
    {
        if (declaration.UsingKeyword.IsKind(SyntaxKind.UsingKeyword))
        {
            return;
        }

        foreach (VariableDeclaratorSyntax variable in declaration.Declaration.Variables)
        {
            if (variable.Initializer?.Value is InvocationExpressionSyntax call
                && (types.IsNewView(call, context.SemanticModel, context.CancellationToken)
                    || (Receivers.Of(call, "GetEnumerator") is not null && types.IsEnumerator(context.SemanticModel.GetTypeInfo(call, context.CancellationToken).Type)))
                && !IsDisposedOrHandedOn(declaration, variable.Identifier.ValueText))
            {
                context.ReportDiagnostic(Diagnostic.Create(Rule, variable.Identifier.GetLocation(), variable.Identifier.ValueText));
            }
        }
    }

    /// <summary>Disposed, validated or asked whether it is valid, anywhere in the function; or the variable itself, and not a part of it, is returned, assigned, passed or used.</summary>
    private static bool IsDisposedOrHandedOn(SyntaxNode declaration, string name) => Uses.All(Scopes.Function(declaration), name).Any(static use => use.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText is "Dispose" or "Validate" or "IsValid",
        _ => true,
    });

    private static void AnalyzeTemporary(MemberAccessExpressionSyntax access, SyntaxNodeAnalysisContext context, MappingTypes types)
    {
        if (access.Name.Identifier.ValueText is "Span" or "Read" or "Write"
            && access.Expression is InvocationExpressionSyntax call
            && types.IsNewView(call, context.SemanticModel, context.CancellationToken))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, call.GetLocation(), call.ToString()));
        }
    }
}
