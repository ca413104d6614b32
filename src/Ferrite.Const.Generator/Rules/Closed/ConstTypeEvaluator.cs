using System.Numerics;
using Microsoft.CodeAnalysis;

namespace Ferrite.Const.Generator.Rules.Closed;

/// <summary>The value of a const type, by the rules that its <c>As</c> follows at run time.</summary>
internal static class ConstTypeEvaluator
{
    /// <summary>Deeper than any literal; a type that is deeper is no one's that was written.</summary>
    private const int DeepestType = 500;

    internal static ConstValue EvaluateNumber(ITypeSymbol type, ConstRange range) => EvaluateNumber(type, range, 0);

    internal static ConstValue EvaluateCondition(ITypeSymbol type) => EvaluateCondition(type, 0);

    /// <summary>A literal, and not an expression over some.</summary>
    internal static bool IsLiteral(ITypeSymbol type) =>
        IsOurs(type, out string name, out INamedTypeSymbol named)
        && (IsDigit(name) || string.Equals(name, "Dec", StringComparison.Ordinal)
            || (string.Equals(name, "Neg", StringComparison.Ordinal) && IsLiteral(named.TypeArguments[0])));

    internal static bool IsExpression(ITypeSymbol type) =>
        IsOurs(type, out string name, out INamedTypeSymbol named) && named.Arity > 0
        && name is "Sum" or "Difference" or "Product" or "Quotient" or "Remainder" or "Min" or "Max" or "AlignUp" or "If";

    private static ConstValue EvaluateNumber(ITypeSymbol type, ConstRange range, int depth)
    {
        if (depth > DeepestType || !IsOurs(type, out string name, out INamedTypeSymbol named))
        {
            return ConstValue.Unknown;
        }

        return name switch
        {
            _ when IsDigit(name) => ConstValue.Of(name[1] - '0', range),
            "Dec" => EvaluateDecimal(named, range, depth),
            "Neg" => Map(EvaluateNumber(named.TypeArguments[0], ConstRange.Whole, depth + 1), number => ConstValue.Of(-number, range)),
            "Enum" => EvaluateNumber(named.TypeArguments[1], range, depth + 1),
            "Character" => EvaluateNumber(named.TypeArguments[0], range, depth + 1),
            "If" => EvaluateCondition(named.TypeArguments[0], depth + 1) switch
            {
                { Condition: { } holds } => EvaluateNumber(named.TypeArguments[holds ? 1 : 2], range, depth + 1),
                var other => other,
            },
            "AlignUp" => Combine(named, range, depth, Align),
            "Sum" => Combine(named, range, depth, (left, right) => ConstValue.Of(left + right, range)),
            "Difference" => Combine(named, range, depth, (left, right) => ConstValue.Of(left - right, range)),
            "Product" => Combine(named, range, depth, (left, right) => ConstValue.Of(left * right, range)),
            "Quotient" => Combine(named, range, depth, (left, right) =>
                right.IsZero ? ConstValue.Failed($"{left} is divided by 0") : ConstValue.Of(BigInteger.Divide(left, right), range)),
            "Remainder" => Combine(named, range, depth, (left, right) =>
                right.IsZero ? ConstValue.Failed($"{left} is divided by 0") : ConstValue.Of(BigInteger.Remainder(left, right), range)),
            "Min" => Combine(named, range, depth, (left, right) => ConstValue.Of(BigInteger.Min(left, right), range)),
            "Max" => Combine(named, range, depth, (left, right) => ConstValue.Of(BigInteger.Max(left, right), range)),
            _ => ConstValue.Unknown,
        };

        ConstValue Align(BigInteger value, BigInteger alignment) =>
            value.Sign < 0 || alignment.Sign <= 0
                ? ConstValue.Failed($"{value} can't be aligned to {alignment}")
                : ConstValue.Of((value + alignment - 1) / alignment * alignment, range);
    }

    private static ConstValue EvaluateCondition(ITypeSymbol type, int depth)
    {
        if (depth > DeepestType || !IsOurs(type, out string name, out INamedTypeSymbol named))
        {
            return ConstValue.Unknown;
        }

        return name switch
        {
            "True" => ConstValue.Of(true),
            "False" => ConstValue.Of(false),
            "Not" => EvaluateCondition(named.TypeArguments[0], depth + 1) switch
            {
                { Condition: { } holds } => ConstValue.Of(!holds),
                var other => other,
            },
            "And" => Decide(named, depth, decided: false),
            "Or" => Decide(named, depth, decided: true),
            "IsPowerOfTwo" => Map(EvaluateNumber(named.TypeArguments[0], ConstRange.Whole, depth + 1), number => ConstValue.Of(number.Sign > 0 && (number & (number - 1)).IsZero)),
            "Less" => Compare((left, right) => left < right),
            "LessOrEqual" => Compare((left, right) => left <= right),
            "Greater" => Compare((left, right) => left > right),
            "GreaterOrEqual" => Compare((left, right) => left >= right),
            "Equal" => Compare((left, right) => left == right),
            "NotEqual" => Compare((left, right) => left != right),
            _ => ConstValue.Unknown,
        };

        ConstValue Compare(Func<BigInteger, BigInteger, bool> relation) =>
            Combine(named, ConstRange.Whole, depth, (left, right) => ConstValue.Of(relation(left, right)));
    }

    /// <summary>The second operand only where the first leaves it open.</summary>
    private static ConstValue Decide(INamedTypeSymbol type, int depth, bool decided)
    {
        ConstValue first = EvaluateCondition(type.TypeArguments[0], depth + 1);
        return first.Condition is { } value && value != decided ? EvaluateCondition(type.TypeArguments[1], depth + 1) : first;
    }

    private static ConstValue EvaluateDecimal(INamedTypeSymbol type, ConstRange range, int depth)
    {
        ConstValue high = EvaluateNumber(type.TypeArguments[0], ConstRange.Whole, depth + 1);
        ConstValue digit = EvaluateNumber(type.TypeArguments[1], ConstRange.Whole, depth + 1);
        return high.Number is { } front && digit.Number is { } last ? ConstValue.Of((front * 10) + last, range) : high.Error is null ? digit : high;
    }

    private static ConstValue Combine(INamedTypeSymbol type, ConstRange range, int depth, Func<BigInteger, BigInteger, ConstValue> operation)
    {
        ConstValue left = EvaluateNumber(type.TypeArguments[0], range, depth + 1);
        ConstValue right = EvaluateNumber(type.TypeArguments[1], range, depth + 1);
        return left.Number is { } first && right.Number is { } second ? operation(first, second)
            : left.Error is not null ? left
            : right.Error is not null ? right
            : ConstValue.Unknown;
    }

    private static ConstValue Map(ConstValue value, Func<BigInteger, ConstValue> operation) => value.Number is { } number ? operation(number) : value;

    private static bool IsDigit(string name) => name.Length == 2 && name[0] == 'D' && name[1] is >= '0' and <= '9';

    private static bool IsOurs(ITypeSymbol type, out string name, out INamedTypeSymbol named)
    {
        named = (type as INamedTypeSymbol)!;
        name = type.Name;
        return named is { TypeKind: TypeKind.Struct, ContainingType: null, ContainingNamespace: { Name: "Const", ContainingNamespace: { Name: "Ferrite", ContainingNamespace.IsGlobalNamespace: true } } };
    }
}
