using Microsoft.CodeAnalysis;

namespace Ferrite.Const.Generator.Lowering;

/// <summary>The attributes that make promises.</summary>
internal static class Attributes
{
    public static bool IsConstEval(ISymbol symbol) => Has(symbol, "ConstEvalAttribute");

    /// <summary>Whether a method is promised to be evaluable: by itself, its property or its type.</summary>
    public static bool IsPromised(IMethodSymbol method)
    {
        if (Has(method, "ConstFnAttribute") || IsConstEval(method)) return true;
        if (method.AssociatedSymbol is { } property && Has(property, "ConstFnAttribute")) return true;
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            if (Has(type, "ConstFnAttribute")) return true;
        }

        return false;
    }

    public static bool IsConstFn(ISymbol symbol) => Has(symbol, "ConstFnAttribute");

    /// <summary>The name that a [ConstEval] method's result is to have; null if it is none.</summary>
    public static string? ConstantName(IMethodSymbol method) =>
        Find(method, "ConstEvalAttribute") is { } attribute ? attribute.ConstructorArguments.FirstOrDefault().Value as string ?? "" : null;

    private static bool Has(ISymbol symbol, string name) => Find(symbol, name) is not null;

    private static AttributeData? Find(ISymbol symbol, string name)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && string.Equals(type.Name, name, StringComparison.Ordinal)
                && type.ContainingNamespace is { Name: "Const", ContainingNamespace: { Name: "Ferrite", ContainingNamespace.IsGlobalNamespace: true } })
            {
                return attribute;
            }
        }

        return null;
    }
}
