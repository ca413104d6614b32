using Microsoft.CodeAnalysis;

namespace Ferrite.Const.Generator.Rules.Closed;

/// <summary>Which symbols are those of Ferrite.Const, and what a person calls them.</summary>
internal static class ConstSymbols
{
    internal static bool IsOurs(INamedTypeSymbol? type) => type is
    {
        ContainingType: null,
        ContainingNamespace: { Name: "Const", ContainingNamespace: { Name: "Ferrite", ContainingNamespace.IsGlobalNamespace: true } },
    };

    /// <summary><c>IConst&lt;T&gt;</c>.</summary>
    internal static bool IsTypedConst(INamedTypeSymbol type) => type is { Name: "IConst", Arity: 1 } && IsOurs(type);

    internal static bool IsConst(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "IConst" } named ? IsOurs(named) : type.AllInterfaces.Any(face => face is { Name: "IConst", Arity: 0 } && IsOurs(face));

    /// <summary>Whether anything in it can be a const type: most generic code is no business of ours.</summary>
    internal static bool Concerns(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.TypeParameters.Any(IsConstParameter) || (method.ContainingType is { } type && Concerns(type)),
        INamedTypeSymbol type => type.TypeParameters.Any(IsConstParameter) || (type.ContainingType is { } outer && Concerns(outer)),
        _ => false,
    };

    /// <summary>Literals as literals, expressions as they are written.</summary>
    internal static string Name(ITypeSymbol type)
    {
        if (ConstTypeEvaluator.IsLiteral(type) && ConstTypeEvaluator.EvaluateNumber(type, ConstRange.Whole).Number is { } number)
        {
            return number.Sign < 0 ? $"Neg<_{-number}>" : $"_{number}";
        }

        return type is INamedTypeSymbol { Arity: > 0 } named ? $"{named.Name}<{string.Join(", ", named.TypeArguments.Select(Name))}>" : type.ToDisplayString();
    }

    internal static string Name(ISymbol symbol) => symbol switch
    {
        ITypeSymbol type => Name(type),
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => Name(constructor.ContainingType),
        IMethodSymbol { AssociatedSymbol: { } property } accessor => $"{Name(accessor.ContainingType)}.{property.Name}",
        IMethodSymbol { TypeArguments.IsEmpty: false } method => $"{Name(method.ContainingType)}.{method.Name}<{string.Join(", ", method.TypeArguments.Select(Name))}>",
        IMethodSymbol method => $"{Name(method.ContainingType)}.{method.Name}",
        _ => symbol.ToDisplayString(),
    };

    private static bool IsConstParameter(ITypeParameterSymbol parameter) => parameter.ConstraintTypes.Any(IsConst);
}
