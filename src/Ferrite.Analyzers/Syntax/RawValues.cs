using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ferrite.Analyzers.Syntax;

/// <summary>Where the number comes from that somebody makes a handle of.</summary>
internal static class RawValues
{
    /// <summary>Whether it was certainly not given by the OS: a constant, a parameter, a field, arithmetic, the text of a number.</summary>
    internal static bool IsForged(ExpressionSyntax value, SemanticModel model, CancellationToken cancellation)
    {
        value = Strip(value, model, cancellation);
        if (model.GetConstantValue(value, cancellation) is { HasValue: true, Value: { } constant })
        {
            return constant is not -1 and not -1L && !value.IsKind(SyntaxKind.DefaultExpression) && !value.IsKind(SyntaxKind.DefaultLiteralExpression);
        }

        return value switch
        {
            ConditionalExpressionSyntax choice => IsForged(choice.WhenTrue, model, cancellation) || IsForged(choice.WhenFalse, model, cancellation),
            BinaryExpressionSyntax => true,
            InvocationExpressionSyntax call => model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol { Name: "Parse" or "ToInt32" or "ToInt64" or "ToIntPtr" },
            IdentifierNameSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax => IsForgedVariable(value, model, cancellation),
            _ => false,
        };
    }

    /// <summary>Without parentheses, casts and <c>new IntPtr(…)</c>.</summary>
    internal static ExpressionSyntax Strip(ExpressionSyntax value, SemanticModel model, CancellationToken cancellation)
    {
        while (true)
        {
            switch (value)
            {
                case ParenthesizedExpressionSyntax inner:
                    value = inner.Expression;
                    break;
                case CastExpressionSyntax cast:
                    value = cast.Expression;
                    break;
                case CheckedExpressionSyntax inner:
                    value = inner.Expression;
                    break;
                case ObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 1 } creation
                    when model.GetTypeInfo(creation, cancellation).Type?.SpecialType is SpecialType.System_IntPtr:
                    value = creation.ArgumentList!.Arguments[0].Expression;
                    break;
                default:
                    return value;
            }
        }
    }

    private static bool IsForgedVariable(ExpressionSyntax value, SemanticModel model, CancellationToken cancellation)
    {
        ISymbol? symbol = model.GetSymbolInfo(Receivers.Root(value), cancellation).Symbol;
        return symbol switch
        {
            ILocalSymbol local => !IsFromSystem(value, local, model, cancellation) && IsForgedLocal(local, model, cancellation),
            IParameterSymbol parameter => parameter.ContainingSymbol is IMethodSymbol { MethodKind: not (MethodKind.LambdaMethod or MethodKind.AnonymousFunction) } method
                && !method.GetAttributes().Any(static attribute => string.Equals(attribute.AttributeClass?.Name, "UnmanagedCallersOnlyAttribute", StringComparison.Ordinal))
                && !IsFromSystem(value, parameter, model, cancellation)
                && value is IdentifierNameSyntax,
            // IntPtr.Zero and the likes of InvalidHandleValue are no handles; Socket.Handle is one, of somebody.
            IFieldSymbol field => !field.IsStatic && value is IdentifierNameSyntax && IsNumber(field.Type),
            _ => false,
        };
    }

    /// <summary>Forged if what it begins as is, and nothing else is ever assigned to it.</summary>
    private static bool IsForgedLocal(ILocalSymbol local, SemanticModel model, CancellationToken cancellation) =>
        local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer.Value: { } initial } declarator
        && IsNumber(local.Type)
        && initial is not IdentifierNameSyntax
        && IsForged(initial, model, cancellation)
        && !Scopes.Member(declarator).DescendantNodes().OfType<AssignmentExpressionSyntax>()
            .Any(assignment => assignment.Left is IdentifierNameSyntax name && string.Equals(name.Identifier.ValueText, local.Name, StringComparison.Ordinal));

    private static bool IsNumber(ITypeSymbol type) => type.SpecialType is SpecialType.System_IntPtr or SpecialType.System_Int32 or SpecialType.System_Int64;

    /// <summary>Native code returned it, or was handed the variable and may have filled it in.</summary>
    private static bool IsFromSystem(SyntaxNode use, ISymbol variable, SemanticModel model, CancellationToken cancellation) =>
        Scopes.Member(use).DescendantNodes().OfType<IdentifierNameSyntax>().Any(name =>
            string.Equals(name.Identifier.ValueText, variable.Name, StringComparison.Ordinal)
            && name.FirstAncestorOrSelf<ArgumentSyntax>()?.Parent?.Parent is InvocationExpressionSyntax call
            && model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol method
            && NativeMethods.IsNative(method));
}
