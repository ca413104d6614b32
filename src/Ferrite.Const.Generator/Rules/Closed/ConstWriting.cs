using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ferrite.Const.Generator.Rules.Closed;

/// <summary>How const types are written: which can be none, and which are longer than they need be.</summary>
internal static class ConstWriting
{
    /// <summary>Judges one name; what it is an argument of speaks for it where it can.</summary>
    internal static void Check(INamedTypeSymbol type, GenericNameSyntax node, INamedTypeSymbol? outer, Action<Diagnostic> report)
    {
        if (ConstSymbols.IsTypedConst(type))
        {
            CheckConstType(type.TypeArguments[0], node, report);
        }
        else if (ConstTypeEvaluator.IsExpression(type) && !IsToldByOuter(outer) && !Substitution.IsOpen(type)
            && ConstTypeEvaluator.EvaluateNumber(type, ConstRange.Whole).Number is { } number)
        {
            string value = number.Sign < 0 ? $"Neg<_{-number}>" : $"_{number}";
            report(Diagnostic.Create(
                ConstRules.ClosedExpression,
                node.GetLocation(),
                ImmutableDictionary<string, string?>.Empty.Add("value", value),
                $"{ConstSymbols.Name(type)} is {value}, and not the same type: write that"));
        }
    }

    private static void CheckConstType(ITypeSymbol type, GenericNameSyntax node, Action<Diagnostic> report)
    {
        if (type is ITypeParameterSymbol)
        {
            report(Diagnostic.Create(
                ConstRules.OpenType, node.GetLocation(), $"The type of a const parameter is a type, which the type parameter {type.Name} is not yet"));
        }
        else if (type.TypeKind != TypeKind.Error && ConstRange.Of(type) is null && type.SpecialType is not (SpecialType.System_Boolean or SpecialType.System_String))
        {
            report(Diagnostic.Create(ConstRules.LiteralType, node.GetLocation(), type.ToDisplayString()));
        }
    }

    /// <summary>The outermost says it for all.</summary>
    private static bool IsToldByOuter(INamedTypeSymbol? outer) => outer is not null && ConstTypeEvaluator.IsExpression(outer) && !Substitution.IsOpen(outer);
}
