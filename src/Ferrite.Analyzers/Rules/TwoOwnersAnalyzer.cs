using Ferrite.Analyzers.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ferrite.Analyzers.Rules;

/// <summary>FER1007: a second owner made of a raw handle that another still owns: both will close it, the second time somebody else's.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TwoOwnersAnalyzer : HandleRule
{
    /// <summary>The rule's number.</summary>
    public const string Id = "FER1007";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Two owners of one raw handle",
        "'{0}' has an owner already: both would close it. Duplicate the handle, or make this one not own it.",
        RuleDocs.Handles,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The second close hits whatever got the number since the first.",
        RuleDocs.Link(Id));

    /// <summary>For the compiler.</summary>
    public TwoOwnersAnalyzer()
        : base(Rule, SyntaxKind.ObjectCreationExpression, SyntaxKind.ImplicitObjectCreationExpression, SyntaxKind.InvocationExpression)
    {
    }

    private protected override void Analyze(SyntaxNodeAnalysisContext context, KnownTypes types)
    {
        var creation = (ExpressionSyntax)context.Node;
        if (OwnedRaw(creation, context, types) is not { } raw)
        {
            return;
        }

        bool isOwned = raw switch
        {
            InvocationExpressionSyntax call when Receivers.Of(call, "DangerousGetHandle") is { } owner => StaysOwner(owner, creation, context, types),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Handle" } property => IsHandleOfAnOwner(property, context),
            IdentifierNameSyntax name => context.SemanticModel.GetSymbolInfo(name, context.CancellationToken).Symbol switch
            {
                ILocalSymbol local => IsOwnedBefore(name, creation, context, types) || (Taken(local, context) is { } owner && StaysOwner(owner, creation, context, types)),
                IParameterSymbol => IsOwnedBefore(name, creation, context, types),
                _ => false,
            },
            _ => false,
        };
        if (isOwned)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, creation.GetLocation(), raw.ToString()));
        }
    }

    private static ExpressionSyntax? OwnedRaw(ExpressionSyntax creation, SyntaxNodeAnalysisContext context, KnownTypes types) =>
        HandleCreations.RawHandle(creation, context.SemanticModel, types, context.CancellationToken) is { } raw
        && HandleCreations.Owns(creation, context.SemanticModel, context.CancellationToken)
            ? RawValues.Strip(raw, context.SemanticModel, context.CancellationToken)
            : null;

    /// <summary>The owner that a local, never assigned again, took its number from.</summary>
    private static ExpressionSyntax? Taken(ILocalSymbol local, SyntaxNodeAnalysisContext context) =>
        local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.CancellationToken) is VariableDeclaratorSyntax { Initializer.Value: { } initial } variable
        && RawValues.Strip(initial, context.SemanticModel, context.CancellationToken) is InvocationExpressionSyntax call
        && !Uses.Assigns(Scopes.Member(variable), local.Name)
            ? Receivers.Of(call, "DangerousGetHandle")
            : null;

    /// <summary>Unless it gives the handle up in the same member, or never owned it.</summary>
    private static bool StaysOwner(ExpressionSyntax owner, SyntaxNode creation, SyntaxNodeAnalysisContext context, KnownTypes types) =>
        types.IsSafeHandle(context.SemanticModel.GetTypeInfo(owner, context.CancellationToken).Type)
        && !Receivers.Calls(Scopes.Member(creation), "SetHandleAsInvalid", owner).Any()
        && !(context.SemanticModel.GetSymbolInfo(owner, context.CancellationToken).Symbol is ILocalSymbol local
            && local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.CancellationToken) is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax made }
            && !HandleCreations.Owns(made, context.SemanticModel, context.CancellationToken));

    /// <summary><c>socket.Handle</c>, <c>process.Handle</c>, <c>stream.Handle</c>.</summary>
    private static bool IsHandleOfAnOwner(MemberAccessExpressionSyntax property, SyntaxNodeAnalysisContext context) =>
        context.SemanticModel.GetSymbolInfo(property, context.CancellationToken).Symbol is IPropertySymbol { ContainingType.Name: "Socket" or "Process" or "FileStream" or "WaitHandle" };

    /// <summary>By a creation in an earlier statement of the same list, or of a list around it, with nothing assigned in between.</summary>
    private static bool IsOwnedBefore(IdentifierNameSyntax raw, SyntaxNode creation, SyntaxNodeAnalysisContext context, KnownTypes types)
    {
        string name = raw.Identifier.ValueText;
        SyntaxNode function = Scopes.Function(creation);
        if (function.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(static call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "SetHandleAsInvalid" }))
        {
            return false;
        }

        foreach (StatementSyntax around in creation.Ancestors().TakeWhile(node => node != function).OfType<StatementSyntax>())
        {
            foreach (StatementSyntax earlier in Scopes.Siblings(around).TakeWhile(sibling => sibling != around).Reverse())
            {
                if (earlier is LocalDeclarationStatementSyntax or ExpressionStatementSyntax && Owners(earlier, name, context, types).Any())
                {
                    return true;
                }

                if (Uses.Assigns(earlier, name))
                {
                    return false;
                }
            }
        }

        return false;
    }

    private static IEnumerable<SyntaxNode> Owners(SyntaxNode code, string name, SyntaxNodeAnalysisContext context, KnownTypes types) =>
        code.DescendantNodes(static node => node is not AnonymousFunctionExpressionSyntax).OfType<ExpressionSyntax>()
            .Where(creation => OwnedRaw(creation, context, types) is IdentifierNameSyntax other && string.Equals(other.Identifier.ValueText, name, StringComparison.Ordinal));
}
