using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ferrite.Analyzers.Syntax;

/// <summary>
/// What only an unsafe context allows and what can break memory: going through a pointer, or handing one to code that will (native, or
/// of another assembly). Taking an address, computing with it and <c>sizeof</c> break nothing.
/// </summary>
internal static class UnsafeOperations
{
    /// <summary>The first in the code of a node that begins before a position, nested unsafe blocks left out: they answer for themselves.</summary>
    internal static SyntaxNode? First(SyntaxNode scope, int end, SemanticModel model, CancellationToken cancellation)
    {
        foreach (SyntaxNode node in scope.DescendantNodes(node => node == scope || !node.IsKind(SyntaxKind.UnsafeStatement)))
        {
            if (node.SpanStart >= end)
            {
                return null;
            }

            if (Is(node, model, cancellation))
            {
                return node;
            }
        }

        return null;
    }

    private static bool Is(SyntaxNode node, SemanticModel model, CancellationToken cancellation) => node switch
    {
        PrefixUnaryExpressionSyntax prefix => prefix.IsKind(SyntaxKind.PointerIndirectionExpression) && !IsOnlyAddressed(prefix),
        MemberAccessExpressionSyntax access => access.IsKind(SyntaxKind.PointerMemberAccessExpression) && !IsOnlyAddressed(access),
        ElementAccessExpressionSyntax element => IsPointer(model.GetTypeInfo(element.Expression, cancellation).Type) && !IsOnlyAddressed(element),
        StackAllocArrayCreationExpressionSyntax allocation => IsPointer(model.GetTypeInfo(allocation, cancellation)),
        ImplicitStackAllocArrayCreationExpressionSyntax allocation => IsPointer(model.GetTypeInfo(allocation, cancellation)),
        InvocationExpressionSyntax call when call.ArgumentList.Arguments.Count > 0 || call.Expression is not MemberAccessExpressionSyntax =>
            GoesThrough(model.GetSymbolInfo(call, cancellation).Symbol, model) || model.GetTypeInfo(call.Expression, cancellation).Type is IFunctionPointerTypeSymbol,
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } creation =>
            GoesThrough(model.GetSymbolInfo(creation, cancellation).Symbol, model),
        _ => false,
    };

    /// <summary><c>&amp;p->Field</c>, <c>&amp;p[3]</c>: arithmetic.</summary>
    private static bool IsOnlyAddressed(ExpressionSyntax expression)
    {
        SyntaxNode? at = expression.Parent;
        while (at is ParenthesizedExpressionSyntax || (at is MemberAccessExpressionSyntax && at.IsKind(SyntaxKind.SimpleMemberAccessExpression)))
        {
            at = at.Parent;
        }

        return at.IsKind(SyntaxKind.AddressOfExpression);
    }

    private static bool GoesThrough(ISymbol? symbol, SemanticModel model)
    {
        if (symbol is not IMethodSymbol method)
        {
            return false;
        }

        bool isElsewhere = NativeMethods.IsNative(method) || !SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, model.Compilation.Assembly);
        return isElsewhere
            && method.Parameters.Any(static parameter => parameter.Type.TypeKind is TypeKind.Pointer && parameter.RefKind is not (RefKind.Ref or RefKind.Out))
            && method.ContainingType?.SpecialType is not (SpecialType.System_IntPtr or SpecialType.System_UIntPtr)
            && !method.Name.StartsWith("ThrowIf", StringComparison.Ordinal);
    }

    private static bool IsPointer(TypeInfo type) => IsPointer(type.ConvertedType) || (type.ConvertedType is null && IsPointer(type.Type));

    private static bool IsPointer(ITypeSymbol? type) => type?.TypeKind is TypeKind.Pointer;
}
