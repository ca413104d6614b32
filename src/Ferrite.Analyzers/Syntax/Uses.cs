using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ferrite.Analyzers.Syntax;

/// <summary>Where a variable is used, by its name.</summary>
internal static class Uses
{
    /// <summary>Those that can do harm, else any; null where there is none.</summary>
    internal static IdentifierNameSyntax? First(SyntaxNode code, string name)
    {
        IdentifierNameSyntax[] uses = [.. All(code, name)];
        return Array.Find(uses, static use => !IsHarmless(use)) ?? uses.FirstOrDefault();
    }

    internal static IEnumerable<IdentifierNameSyntax> All(SyntaxNode code, string name) =>
        code.DescendantNodes().OfType<IdentifierNameSyntax>().Where(use =>
            string.Equals(use.Identifier.ValueText, name, StringComparison.Ordinal)
            && !(use.Parent is MemberAccessExpressionSyntax access && access.Name == use)
            && use.Parent is not NameColonSyntax and not NameEqualsSyntax);

    /// <summary>Assigned to, compared, printed or named: nothing is done with what it stands for.</summary>
    internal static bool IsHarmless(IdentifierNameSyntax use)
    {
        SyntaxNode at = use;
        while (at.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax)
        {
            at = at.Parent;
        }

        return at.Parent is InterpolationSyntax or IsPatternExpressionSyntax
            || (at.Parent is AssignmentExpressionSyntax assignment && assignment.Left == at)
            || IsComparison(at.Parent)
            || (at.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString" or "GetHashCode" or "Equals" or "CompareTo" })
            || (at.Parent is ArgumentSyntax argument && IsPrinted(argument));
    }

    internal static bool IsComparison(SyntaxNode? node) => node is not null && node.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression
        or SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression;

    internal static bool Assigns(SyntaxNode code, string name) => All(code, name).Any(static use =>
        (use.Parent is AssignmentExpressionSyntax assignment && assignment.Left == use)
        || (use.Parent is ArgumentSyntax argument && (argument.RefKindKeyword.IsKind(SyntaxKind.OutKeyword) || argument.RefKindKeyword.IsKind(SyntaxKind.RefKeyword)))
        || use.Parent is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression }
        || use.Parent is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression });

    private static bool IsPrinted(ArgumentSyntax argument) => argument.Parent?.Parent is InvocationExpressionSyntax call
        && (call.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" }
            || call.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Console" or "Debug" or "Trace" or "Assert" } });
}
