using Ferrite.Analyzers.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ferrite.Analyzers.Rules;

/// <summary>
/// FER1006: a raw handle used after its owner was disposed. It reads the statements of one block in their order, no further: the raw
/// handle is taken in one, its owner is disposed in a later one, it is used in one after that.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RawHandleAfterCloseAnalyzer : HandleRule
{
    /// <summary>The rule's number.</summary>
    public const string Id = "FER1006";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A raw handle used after its owner was closed",
        "'{0}' was closed with '{1}' above: its number may be another file's by now",
        RuleDocs.Handles,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The OS gives the number of a closed handle to the next file that is opened, by whichever thread.",
        RuleDocs.Link(Id));

    /// <summary>For the compiler.</summary>
    public RawHandleAfterCloseAnalyzer()
        : base(Rule, SyntaxKind.InvocationExpression)
    {
    }

    private protected override void Analyze(SyntaxNodeAnalysisContext context, KnownTypes types)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        if (Receivers.Of(call, "DangerousGetHandle") is not { } owner
            || !Receivers.IsStable(owner)
            || TakenBy(call) is not var (name, statement)
            || !types.IsSafeHandle(context.SemanticModel.GetTypeInfo(owner, context.CancellationToken).Type)
            || Receivers.Calls(Scopes.Member(call), "DangerousAddRef", owner).Any()
            || Receivers.Calls(Scopes.Member(call), "SetHandleAsInvalid", owner).Any()
            || IsView(owner, context))
        {
            return;
        }

        ExpressionSyntax? closed = null;
        foreach (StatementSyntax later in AfterTaking(statement, owner, ref closed))
        {
            if (closed is null)
            {
                closed = Closings.Closed(later, owner);
            }
            else if (Uses.First(later, name) is { } use)
            {
                if (!Uses.IsHarmless(use))
                {
                    context.ReportDiagnostic(Diagnostic.Create(Rule, use.GetLocation(), name, closed.ToString()));
                    return;
                }
            }

            if (Uses.Assigns(later, name) || (closed is null && Uses.Assigns(later, Receivers.Root(owner).ToString())))
            {
                return;
            }
        }
    }

    /// <summary>The local that gets the raw handle, in a declaration or an assignment that is a statement.</summary>
    private static (string Name, StatementSyntax Statement)? TakenBy(InvocationExpressionSyntax call)
    {
        SyntaxNode at = call;
        while (at.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax or CheckedExpressionSyntax)
        {
            at = at.Parent;
        }

        return at.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax statement } variable } =>
                (variable.Identifier.ValueText, statement),
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax left, Parent: ExpressionStatementSyntax statement } assignment when assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) =>
                (left.Identifier.ValueText, statement),
            _ => null,
        };
    }

    /// <summary>The statements after the taking; where that is in a <c>using</c> of the owner, those after the using, which closed it.</summary>
    private static IEnumerable<StatementSyntax> AfterTaking(StatementSyntax statement, ExpressionSyntax owner, ref ExpressionSyntax? closed)
    {
        if (statement.Parent is BlockSyntax { Parent: UsingStatementSyntax scope } && Closings.Resource(scope, owner) is { } resource && statement is ExpressionStatementSyntax)
        {
            closed = resource;
            return Scopes.After(scope);
        }

        return Scopes.After(statement);
    }

    /// <summary>Made in this function with <c>ownsHandle: false</c>: disposing it closes nothing.</summary>
    private static bool IsView(ExpressionSyntax owner, SyntaxNodeAnalysisContext context) =>
        context.SemanticModel.GetSymbolInfo(owner, context.CancellationToken).Symbol is ILocalSymbol local
        && local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.CancellationToken) is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax creation }
        && !HandleCreations.Owns(creation, context.SemanticModel, context.CancellationToken);
}
