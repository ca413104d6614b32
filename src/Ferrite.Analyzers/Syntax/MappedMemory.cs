using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ferrite.Analyzers.Syntax;

/// <summary>Spans and pointers that are good as long as a view, or a file, is open.</summary>
internal static class MappedMemory
{
    /// <summary>The local with a <c>using</c> that the memory comes from, through slices, casts, sums and one local in between. Null where none.</summary>
    internal static ILocalSymbol? Owner(ExpressionSyntax expression, MappingTypes types, SemanticModel model, CancellationToken cancellation, int hops = 1)
    {
        expression = Origin(expression);
        switch (expression)
        {
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Span" } span when types.IsView(model.GetTypeInfo(span.Expression, cancellation).Type):
                return UsingLocal(span.Expression, model, cancellation);
            case InvocationExpressionSyntax call when Receivers.Of(call, "DangerousGetPointer") is { } file && types.IsFile(model.GetTypeInfo(file, cancellation).Type):
                return UsingLocal(file, model, cancellation);
            case IdentifierNameSyntax name when hops > 0
                && model.GetSymbolInfo(name, cancellation).Symbol is ILocalSymbol local
                && local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer.Value: { } initial } variable
                && !Uses.Assigns(Scopes.Member(variable), local.Name):
                return Owner(initial, types, model, cancellation, hops - 1);
            default:
                return null;
        }
    }

    /// <summary>The statements in which a local with a <c>using</c> is open.</summary>
    internal static SyntaxNode? ScopeOf(ILocalSymbol local, CancellationToken cancellation)
    {
        SyntaxNode? declaration = local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation).Parent?.Parent;
        return declaration is UsingStatementSyntax ? declaration : declaration?.Parent;
    }

    /// <summary>Without <c>.Slice(…)</c>, <c>[a..b]</c>, casts, sums and <c>&amp;x[0]</c>: what is still the same memory.</summary>
    private static ExpressionSyntax Origin(ExpressionSyntax expression)
    {
        while (true)
        {
            switch (expression)
            {
                case ParenthesizedExpressionSyntax inner:
                    expression = inner.Expression;
                    break;
                case CastExpressionSyntax cast:
                    expression = cast.Expression;
                    break;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Slice" or "Trim" or "TrimEnd" or "TrimStart" } slice }:
                    expression = slice.Expression;
                    break;
                case ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } element when arguments[0].Expression is RangeExpressionSyntax:
                    expression = element.Expression;
                    break;
                case BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression):
                    expression = sum.Left;
                    break;
                default:
                    return expression;
            }
        }
    }

    private static ILocalSymbol? UsingLocal(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation) =>
        expression is IdentifierNameSyntax && model.GetSymbolInfo(expression, cancellation).Symbol is ILocalSymbol { IsUsing: true } local ? local : null;
}
