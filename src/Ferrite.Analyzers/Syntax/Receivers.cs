using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ferrite.Analyzers.Syntax;

/// <summary>What a method is called on.</summary>
internal static class Receivers
{
    /// <summary>The <c>a</c> of <c>a.b[1].c</c>; of <c>this.a.b</c> it is <c>this.a</c>'s name.</summary>
    internal static ExpressionSyntax Root(ExpressionSyntax expression)
    {
        while (true)
        {
            switch (expression)
            {
                case MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access:
                    return access.Name;
                case MemberAccessExpressionSyntax access:
                    expression = access.Expression;
                    break;
                case ElementAccessExpressionSyntax element:
                    expression = element.Expression;
                    break;
                case ParenthesizedExpressionSyntax inner:
                    expression = inner.Expression;
                    break;
                case PostfixUnaryExpressionSyntax postfix when postfix.IsKind(SyntaxKind.SuppressNullableWarningExpression):
                    expression = postfix.Operand;
                    break;
                default:
                    return expression;
            }
        }
    }

    /// <summary>What is left of the dot of a call of that name: <c>handle</c> of <c>handle.Close()</c>, also of <c>handle?.Close()</c>. Null for other calls.</summary>
    internal static ExpressionSyntax? Of(InvocationExpressionSyntax call, string name) => call.Expression switch
    {
        MemberAccessExpressionSyntax access when Is(access.Name, name) => Plain(access.Expression),
        MemberBindingExpressionSyntax binding when Is(binding.Name, name) => Plain(call.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()!.Expression),
        _ => null,
    };

    /// <summary>The calls of that name, on the same thing, in a piece of code.</summary>
    internal static IEnumerable<InvocationExpressionSyntax> Calls(SyntaxNode code, string name, ExpressionSyntax receiver) =>
        code.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Where(call => Of(call, name) is { } other && Same(other, receiver));

    internal static bool Same(ExpressionSyntax left, ExpressionSyntax right) => SyntaxFactory.AreEquivalent(Plain(left), Plain(right));

    /// <summary>A name, or names joined by dots: what means the same thing when it is said twice.</summary>
    internal static bool IsStable(ExpressionSyntax expression) => Plain(expression) switch
    {
        IdentifierNameSyntax or ThisExpressionSyntax => true,
        MemberAccessExpressionSyntax access => IsStable(access.Expression),
        _ => false,
    };

    private static bool Is(SimpleNameSyntax left, string name) => string.Equals(left.Identifier.ValueText, name, StringComparison.Ordinal);

    private static ExpressionSyntax Plain(ExpressionSyntax expression)
    {
        while (expression is ParenthesizedExpressionSyntax || expression.IsKind(SyntaxKind.SuppressNullableWarningExpression))
        {
            expression = expression is ParenthesizedExpressionSyntax inner ? inner.Expression : ((PostfixUnaryExpressionSyntax)expression).Operand;
        }

        return expression is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access ? access.Name : expression;
    }
}
