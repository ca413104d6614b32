using System.Collections.Immutable;
using System.Numerics;
using Microsoft.CodeAnalysis;

namespace Ferrite.Const.Generator.Rules.Closed;

/// <summary>What a closed use demands of its const arguments, and which demands they fail.</summary>
internal static class ConstDemands
{
    internal static IEnumerable<(DiagnosticDescriptor Rule, string Message)> Failing(ConstUse use)
    {
        if (use.ReadAs is { } value)
        {
            return Read(value, (ITypeSymbol)use.Target);
        }

        var failing = new List<(DiagnosticDescriptor, string)>();
        for (ISymbol? symbol = use.Target; symbol is IMethodSymbol or INamedTypeSymbol; symbol = symbol.ContainingType)
        {
            // Our own expressions are lazy: what an operand is matters when the whole is read.
            failing.AddRange(symbol is INamedTypeSymbol type && ConstSymbols.IsOurs(type) && ConstSymbols.IsConst(type) ? [] : Constraints(symbol));
        }

        if (use.Target is IMethodSymbol method)
        {
            failing.AddRange(Known(method));
        }

        return failing;
    }

    /// <summary><c>where N : IConst&lt;byte&gt;</c>.</summary>
    private static IEnumerable<(DiagnosticDescriptor Rule, string Message)> Constraints(ISymbol symbol)
    {
        (ImmutableArray<ITypeParameterSymbol> parameters, ImmutableArray<ITypeSymbol> arguments) = symbol switch
        {
            IMethodSymbol method => (method.TypeParameters, method.TypeArguments),
            INamedTypeSymbol type => (type.TypeParameters, type.TypeArguments),
            _ => ([], []),
        };
        for (int i = 0; i < parameters.Length; i++)
        {
            foreach (INamedTypeSymbol constraint in parameters[i].ConstraintTypes.OfType<INamedTypeSymbol>().Where(ConstSymbols.IsTypedConst))
            {
                foreach ((DiagnosticDescriptor, string) failing in Read(arguments[i], constraint.TypeArguments[0]))
                {
                    yield return failing;
                }
            }
        }
    }

    private static IEnumerable<(DiagnosticDescriptor Rule, string Message)> Read(ITypeSymbol value, ITypeSymbol type)
    {
        ConstValue read = type.SpecialType == SpecialType.System_Boolean
            ? ConstTypeEvaluator.EvaluateCondition(value)
            : ConstRange.Of(type) is { } range ? ConstTypeEvaluator.EvaluateNumber(value, range) : ConstValue.Unknown;
        return read.Error is null ? []
            : ConstTypeEvaluator.IsLiteral(value) ? [(ConstRules.LiteralRange, read.Error)]
            : [(ConstRules.Evaluation, $"{ConstSymbols.Name(value)}: {read.Error}")];
    }

    /// <summary>What our own methods demand beyond their constraints.</summary>
    private static IEnumerable<(DiagnosticDescriptor Rule, string Message)> Known(IMethodSymbol method)
    {
        if (!ConstSymbols.IsOurs(method.ContainingType))
        {
            return [];
        }

        ImmutableArray<ITypeSymbol> arguments = method.TypeArguments;
        return (method.ContainingType.Name, method.Name) switch
        {
            ("ConstAssert", "That") => Assert(arguments[0]),
            ("Unify", "As") when arguments.Length == 3 => Unify(arguments[1], arguments[2]),
            ("Unify", "As") => [.. Unify(arguments[1], arguments[3]), .. Unify(arguments[2], arguments[4])],
            ("FixedSpan", "Slice") => Slice(Number(arguments[0]), Number(arguments[1]), method.ContainingType),
            ("FixedSpan", "First") => Slice(BigInteger.Zero, Number(arguments[0]), method.ContainingType),
            ("FixedSpan", "Last") => Slice(Number(method.ContainingType.TypeArguments[1]) - Number(arguments[0]), Number(arguments[0]), method.ContainingType),
            (_, "As") when method.IsStatic && arguments.Length == 1 => Read(method.ContainingType, arguments[0]),
            _ => [],
        };
    }

    private static IEnumerable<(DiagnosticDescriptor Rule, string Message)> Assert(ITypeSymbol condition) => ConstTypeEvaluator.EvaluateCondition(condition) switch
    {
        { Condition: false } => [(ConstRules.Evaluation, $"{ConstSymbols.Name(condition)} does not hold")],
        { Error: { } error } => [(ConstRules.Evaluation, $"{ConstSymbols.Name(condition)}: {error}")],
        _ => [],
    };

    private static IEnumerable<(DiagnosticDescriptor Rule, string Message)> Unify(ITypeSymbol from, ITypeSymbol to) =>
        Number(from) is { } first && Number(to) is { } second && first != second
            ? [(ConstRules.Unify, $"{ConstSymbols.Name(from)} is {first}, {ConstSymbols.Name(to)} is {second}")]
            : [];

    private static IEnumerable<(DiagnosticDescriptor Rule, string Message)> Slice(BigInteger? start, BigInteger? count, INamedTypeSymbol span) =>
        start is { } first && count is { } number && Number(span.TypeArguments[1]) is { } length && (first.Sign < 0 || number.Sign < 0 || first + number > length)
            ? [(ConstRules.Evaluation, $"{number} elements from {first} on are not in {length} elements")]
            : [];

    private static BigInteger? Number(ITypeSymbol type) => ConstTypeEvaluator.EvaluateNumber(type, ConstRange.Whole).Number;
}
