using Ferrite.Analyzers.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ferrite.Analyzers.Rules;

/// <summary>
/// FER2003: a local that got a file's Length, then a Resize or Refresh of the file in the same block, then the local as a bound. Quiet
/// where the new length is computed from the old one, which is how a file grows.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StaleLengthAnalyzer : MappingRule
{
    /// <summary>The rule's number.</summary>
    public const string Id = "FER2003";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A length kept across a resize",
        "'{0}' is the length from before '{1}': ask the file again",
        RuleDocs.Mapping,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "After Resize and Refresh the file may be shorter: an access throws, or stops before the new end.",
        RuleDocs.Link(Id));

    /// <summary>For the compiler.</summary>
    public StaleLengthAnalyzer()
        : base(Rule, SyntaxKind.LocalDeclarationStatement)
    {
    }

    private protected override void Analyze(SyntaxNodeAnalysisContext context, MappingTypes types)
    {
        var declaration = (LocalDeclarationStatementSyntax)context.Node;
        if (declaration.Declaration.Variables.Count != 1
            || declaration.Declaration.Variables[0] is not { Initializer.Value: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length", Expression: { } file } } variable
            || !Receivers.IsStable(file)
            || !types.IsFile(context.SemanticModel.GetTypeInfo(file, context.CancellationToken).Type))
        {
            return;
        }

        string name = variable.Identifier.ValueText;
        InvocationExpressionSyntax? change = null;
        foreach (StatementSyntax later in Scopes.After(declaration))
        {
            if (change is not null && Uses.All(later, name).FirstOrDefault(use => IsBound(use, file, context, types)) is { } use)
            {
                context.ReportDiagnostic(Diagnostic.Create(Rule, use.GetLocation(), name, change.ToString()));
                return;
            }

            change ??= Change(later, file, name);
            if (Uses.Assigns(later, name) || Uses.Assigns(later, Receivers.Root(file).ToString()))
            {
                return;
            }
        }
    }

    private static InvocationExpressionSyntax? Change(StatementSyntax statement, ExpressionSyntax file, string name) =>
        statement is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call }
        && (Receivers.Of(call, "Resize") ?? Receivers.Of(call, "Refresh")) is { } receiver
        && Receivers.Same(receiver, file)
        && !Uses.All(call.ArgumentList, name).Any()
            ? call
            : null;

    /// <summary>Compared by size, though not with the file's length; or the length of a range of the file.</summary>
    private static bool IsBound(IdentifierNameSyntax use, ExpressionSyntax file, SyntaxNodeAnalysisContext context, MappingTypes types) => use.Parent switch
    {
        BinaryExpressionSyntax comparison => comparison.Kind() is SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression
                or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression
            && !comparison.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Any(access => access.Name.Identifier.ValueText is "Length" && Receivers.Same(access.Expression, file)),
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call } argument => Receivers.Same(access.Expression, file)
            && context.SemanticModel.GetSymbolInfo(call, context.CancellationToken).Symbol is IMethodSymbol method
            && types.IsFile(method.ContainingType)
            && (argument.NameColon?.Name.Identifier.ValueText ?? Parameter(method, call.ArgumentList.Arguments.IndexOf(argument))) is "length" or "count"
            && method.Name is not "Resize",
        _ => false,
    };

    private static string? Parameter(IMethodSymbol method, int at) => at < method.Parameters.Length ? method.Parameters[at].Name : null;
}
