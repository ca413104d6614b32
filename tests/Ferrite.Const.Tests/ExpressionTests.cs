using System.Globalization;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace Ferrite.Const.Tests;

/// <summary>Expressions of random shape, against arithmetic on numbers without end.</summary>
public sealed class ExpressionTests
{
    private static readonly Type[] Arithmetic = [typeof(Sum<,>), typeof(Difference<,>), typeof(Product<,>), typeof(Quotient<,>), typeof(Remainder<,>), typeof(Min<,>), typeof(Max<,>)];

    private static readonly Type[] Comparisons = [typeof(Less<,>), typeof(LessOrEqual<,>), typeof(Greater<,>), typeof(GreaterOrEqual<,>), typeof(Equal<,>), typeof(NotEqual<,>)];

    private static Gen<Type> Numbers { get; } = Gen.OneOf(
        from value in Gen.Choose(-20, 300)
        select ConstTypes.Literal(value),
        from value in Gen.Elements<BigInteger>(sbyte.MaxValue, byte.MaxValue, short.MinValue, int.MaxValue, int.MinValue, uint.MaxValue, long.MaxValue, long.MinValue, ulong.MaxValue)
        select ConstTypes.Literal(value));

    [Fact]
    public void Every_expression_has_the_value_that_arithmetic_gives_it_or_overflows() =>
        Properties.ForAll(Expressions(3).SelectMany(_ => Gen.Elements<Type>([.. ConstTypes.Integers.Keys]), (expression, type) => (expression, type)), pair =>
        {
            (BigInteger? value, Type? error) = Evaluate(pair.expression, ConstTypes.Integers[pair.type]);
            if (error is not null)
            {
                Exception thrown = Assert.ThrowsAny<ArithmeticException>(() => ConstTypes.Read(pair.expression, pair.type));
                Assert.IsType(error, thrown);
                return;
            }

            object read = ConstTypes.Read(pair.expression, pair.type);
            Assert.Equal(value!.Value.ToString(CultureInfo.InvariantCulture), ((IFormattable)read).ToString(null, CultureInfo.InvariantCulture));
        });

    [Fact]
    public void Every_comparison_is_that_of_the_numbers() =>
        Properties.ForAll(from left in Numbers from right in Gen.OneOf(Numbers, Gen.Constant(left)) from operation in Gen.Elements(Comparisons) select (left, right, operation), triple =>
        {
            bool expected = Compare(triple.operation, Number(triple.left), Number(triple.right));
            Assert.Equal(expected, ConstTypes.Read(triple.operation.MakeGenericType(triple.left, triple.right), typeof(bool)));
        });

    [Fact]
    public void The_branch_that_is_not_taken_is_not_evaluated()
    {
        Assert.Equal(4u, Gap<_7, _3>());
        Assert.Equal(4u, Gap<_3, _7>());
        Assert.Throws<OverflowException>(() => Difference<_3, _7>.As<uint>());
        Assert.False(And<False, Less<Quotient<_1, _0>, _1>>.As<bool>());
        Assert.True(Or<True, Less<Quotient<_1, _0>, _1>>.As<bool>());
        Assert.Throws<DivideByZeroException>(() => And<True, Less<Quotient<_1, _0>, _1>>.As<bool>());
        Assert.True(Not<False>.As<bool>());
    }

    [Fact]
    public void Alignment_is_to_the_next_multiple() =>
        Properties.ForAll(from value in Gen.Choose(0, 100_000) from alignment in Gen.Choose(1, 5000) select (value, alignment), pair =>
        {
            int expected = (pair.value + pair.alignment - 1) / pair.alignment * pair.alignment;
            Type aligned = typeof(AlignUp<,>).MakeGenericType(ConstTypes.Literal(pair.value), ConstTypes.Literal(pair.alignment));
            Assert.Equal(expected, ConstTypes.Read(aligned, typeof(int)));
        });

    [Fact]
    public void Alignment_without_a_meaning_overflows()
    {
        Assert.Throws<OverflowException>(() => AlignUp<_5, _0>.As<int>());
        Assert.Throws<OverflowException>(() => AlignUp<_5, Neg<_4>>.As<int>());
        Assert.Throws<OverflowException>(() => AlignUp<Neg<_5>, _4>.As<int>());
        Assert.Equal(ulong.MaxValue, ConstTypes.Read(typeof(AlignUp<,>).MakeGenericType(ConstTypes.Literal(ulong.MaxValue), typeof(_5)), typeof(ulong)));
        Assert.Throws<OverflowException>(() => ConstTypes.Read(typeof(AlignUp<,>).MakeGenericType(ConstTypes.Literal(ulong.MaxValue), typeof(_16)), typeof(ulong)));
    }

    [Fact]
    public void Powers_of_two_are_told_from_others()
    {
        for (int value = -4; value <= 300; value++)
        {
            Type condition = typeof(IsPowerOfTwo<>).MakeGenericType(ConstTypes.Literal(value));
            Assert.Equal(value > 0 && BitOperations.IsPow2(value), ConstTypes.Read(condition, typeof(bool)));
        }
    }

    private static uint Gap<TX, TY>()
        where TX : struct, IConst<uint>
        where TY : struct, IConst<uint> => If<Greater<TX, TY>, Difference<TX, TY>, Difference<TY, TX>>.As<uint>();

    private static Gen<Type> Expressions(int depth) => depth == 0 ? Numbers : Gen.OneOf(
        Numbers,
        from left in Expressions(depth - 1)
        from right in Expressions(depth - 1)
        from operation in Gen.Elements(Arithmetic)
        select operation.MakeGenericType(left, right),
        from left in Numbers
        from right in Numbers
        from comparison in Gen.Elements(Comparisons)
        from then in Expressions(depth - 1)
        from otherwise in Expressions(depth - 1)
        select typeof(If<,,>).MakeGenericType(comparison.MakeGenericType(left, right), then, otherwise));

    private static (BigInteger? Value, Type? Error) Evaluate(Type expression, (BigInteger Least, BigInteger Greatest) range)
    {
        Type definition = expression.IsGenericType ? expression.GetGenericTypeDefinition() : expression;
        if (definition == typeof(If<,,>))
        {
            Type[] parts = expression.GetGenericArguments();
            Type[] operands = parts[0].GetGenericArguments();
            bool holds = Compare(parts[0].GetGenericTypeDefinition(), Number(operands[0]), Number(operands[1]));
            return Evaluate(holds ? parts[1] : parts[2], range);
        }

        if (!Arithmetic.Contains(definition))
        {
            return InRange(Number(expression), range);
        }

        (BigInteger? left, Type? error) = Evaluate(expression.GetGenericArguments()[0], range);
        (BigInteger? right, Type? rightError) = error is null ? Evaluate(expression.GetGenericArguments()[1], range) : (null, error);
        return rightError is not null ? (null, rightError) : Apply(definition, left!.Value, right!.Value, range);
    }

    private static (BigInteger? Value, Type? Error) Apply(Type operation, BigInteger left, BigInteger right, (BigInteger Least, BigInteger Greatest) range)
    {
        bool divides = operation == typeof(Quotient<,>) || operation == typeof(Remainder<,>);
        if (divides && right.IsZero)
        {
            return (null, typeof(DivideByZeroException));
        }

        // The least value divided by −1 overflows, and so does its remainder where the processor divides: C# leaves that open.
        return InRange(
            operation == typeof(Sum<,>) ? left + right
            : operation == typeof(Difference<,>) ? left - right
            : operation == typeof(Product<,>) ? left * right
            : operation == typeof(Quotient<,>) ? BigInteger.Divide(left, right)
            : operation == typeof(Remainder<,>) ? BigInteger.Remainder(left, right)
            : operation == typeof(Min<,>) ? BigInteger.Min(left, right)
            : BigInteger.Max(left, right),
            range);
    }

    private static (BigInteger? Value, Type? Error) InRange(BigInteger value, (BigInteger Least, BigInteger Greatest) range) =>
        value < range.Least || value > range.Greatest ? (null, typeof(OverflowException)) : (value, null);

    private static bool Compare(Type comparison, BigInteger left, BigInteger right) =>
        comparison == typeof(Less<,>) ? left < right
        : comparison == typeof(LessOrEqual<,>) ? left <= right
        : comparison == typeof(Greater<,>) ? left > right
        : comparison == typeof(GreaterOrEqual<,>) ? left >= right
        : comparison == typeof(Equal<,>) ? left == right
        : left != right;

    private static BigInteger Number(Type literal)
    {
        bool negative = literal.IsGenericType && literal.GetGenericTypeDefinition() == typeof(Neg<>);
        string digits = ConstName.Of(negative ? literal.GetGenericArguments()[0] : literal);
        BigInteger magnitude = BigInteger.Parse(digits.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture);
        return negative ? -magnitude : magnitude;
    }
}
