using System.Text;
using Microsoft.CodeAnalysis;

namespace Ferrite.Const.Generator.Rules.Closed;

/// <summary>A text that is a type, as a text.</summary>
internal static class ConstText
{
    /// <summary>Null for what is no text.</summary>
    internal static string? Of(ITypeSymbol type)
    {
        var text = new StringBuilder();
        ITypeSymbol rest = type;
        while (rest is INamedTypeSymbol { Name: "Text", Arity: 2 } some && ConstSymbols.IsOurs(some)
            && ConstTypeEvaluator.EvaluateNumber(some.TypeArguments[0], ConstRange.Whole).Number is { } unit)
        {
            text.Append((char)(int)unit);
            rest = some.TypeArguments[1];
        }

        return rest is INamedTypeSymbol { Name: "EmptyText" } end && ConstSymbols.IsOurs(end) ? text.ToString() : null;
    }
}
