using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ferrite.Const.Generator.Rules.Closed;

/// <summary>How const types are written: which can be none, and which are longer than they need be.</summary>
internal static class ConstWriting
{
    internal static void Check(INamedTypeSymbol type, SyntaxNodeAnalysisContext context)
    {
        if (ConstSymbols.IsTypedConst(type))
        {
            CheckConstType(type.TypeArguments[0], context);
        }
        else if (ConstTypeEvaluator.IsExpression(type) && !Substitution.IsOpen(type) && !IsInsideAnother(context)
            && ConstTypeEvaluator.EvaluateNumber(type, ConstRange.Whole).Number is { } number)
        {
            string value = number.Sign < 0 ? $"Neg<_{-number}>" : $"_{number}";
            context.ReportDiagnostic(Diagnostic.Create(
                ConstRules.ClosedExpression,
                context.Node.GetLocation(),
                ImmutableDictionary<string, string?>.Empty.Add("value", value),
                $"{ConstSymbols.Name(type)} is {value}, and not the same type: write that"));
        }
    }

    private static void CheckConstType(ITypeSymbol type, SyntaxNodeAnalysisContext context)
    {
        if (type is ITypeParameterSymbol)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                ConstRules.OpenType, context.Node.GetLocation(), $"The type of a const parameter is a type, which the type parameter {type.Name} is not yet"));
        }
        else if (type.TypeKind != TypeKind.Error && ConstRange.Of(type) is null && type.SpecialType is not (SpecialType.System_Boolean or SpecialType.System_String))
        {
            context.ReportDiagnostic(Diagnostic.Create(ConstRules.LiteralType, context.Node.GetLocation(), type.ToDisplayString()));
        }
    }

    /// <summary>The outermost says it for all.</summary>
    private static bool IsInsideAnother(SyntaxNodeAnalysisContext context) =>
        context.Node.Parent is TypeArgumentListSyntax { Parent: GenericNameSyntax outer }
        && context.SemanticModel.GetSymbolInfo(outer, context.CancellationToken).Symbol is INamedTypeSymbol type && ConstTypeEvaluator.IsExpression(type) && !Substitution.IsOpen(type);
}
