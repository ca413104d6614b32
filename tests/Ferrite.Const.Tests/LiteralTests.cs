using System.Globalization;
using System.Numerics;
using FsCheck.Fluent;

namespace Ferrite.Const.Tests;

public sealed class LiteralTests
{
    private enum Small : byte
    {
        None,
        Last = 255,
    }

    [Fact]
    public void A_literal_is_of_every_integer_type_that_can_hold_it_and_overflows_the_others()
    {
        var edges = ConstTypes.Integers.Values.SelectMany(range => new[] { range.Least, range.Greatest })
            .SelectMany(edge => new[] { edge - 1, edge, edge + 1 })
            .Where(edge => BigInteger.Abs(edge) <= ulong.MaxValue);
        foreach (BigInteger value in edges)
        {
            Check(value);
        }

        Properties.ForAll(
            from bits in Gen.Choose(0, 64)
            from low in Gen.Choose(int.MinValue, int.MaxValue)
            from high in Gen.Choose(int.MinValue, int.MaxValue)
            from negative in Gen.Elements(true, false)
            let magnitude = (((ulong)(uint)high << 32) | (uint)low) >> Math.Min(63, bits)
            select negative ? -(BigInteger)magnitude : magnitude,
            Check);
    }

    [Fact]
    public void Twenty_digits_are_the_most_and_more_overflow()
    {
        Assert.Equal(ulong.MaxValue, ConstTypes.Read(ConstTypes.Literal(ulong.MaxValue), typeof(ulong)));
        Assert.Throws<OverflowException>(() => ConstTypes.Read(ConstTypes.Literal((BigInteger)ulong.MaxValue + 1), typeof(ulong)));
        Assert.Throws<OverflowException>(() => ConstTypes.Read(ConstTypes.Literal((BigInteger)ulong.MaxValue + 1), typeof(UInt128)));
    }

    [Fact]
    public void Equal_literals_are_one_type()
    {
        Assert.Same(typeof(_15), ConstTypes.Literal(15));
        Assert.NotEqual(typeof(_15), ConstTypes.Literal(16));
    }

    [Fact]
    public void Conditions_characters_enums_and_texts_are_values_too()
    {
        Assert.True(Read<bool, True>());
        Assert.False(Read<bool, False>());
        Assert.Equal('A', Read<char, Character<Dec<D6, D5>>>());
        Assert.Equal(Small.Last, Read<Small, Enum<Small, Dec<Dec<D2, D5>, D5>>>());
        Assert.Equal(255, Enum<Small, Dec<Dec<D2, D5>, D5>>.As<int>());
        Assert.Throws<OverflowException>(() => Read<Small, Enum<Small, _300>>());
        Assert.Equal("", Read<string, EmptyText>());
        Assert.Equal("Hi", Read<string, Text<Dec<D7, D2>, Text<Dec<Dec<D1, D0>, D5>, EmptyText>>>());
        Assert.Same(Read<string, Text<_300, EmptyText>>(), Text<_300, EmptyText>.As<string>());
    }

    [Fact]
    public void What_a_value_is_not_of_is_refused()
    {
        Assert.Throws<NotSupportedException>(() => _15.As<string>());
        Assert.Throws<NotSupportedException>(() => _15.As<double>());
        Assert.Throws<NotSupportedException>(() => True.As<int>());
        Assert.Throws<NotSupportedException>(() => EmptyText.As<int>());
        Assert.Throws<NotSupportedException>(() => Sum<_1, _1>.As<float>());
    }

    [Fact]
    public void Names_are_what_a_person_writes()
    {
        Assert.Equal("_1500", ConstName.Of(ConstTypes.Literal(1500)));
        Assert.Equal("Sum<_15, Neg<_0>>", ConstName.Of(typeof(Sum<_15, Neg<_0>>)));
        Assert.Equal("Dec<True, _1>", ConstName.Of(typeof(Dec<True, _1>)));
    }

    private static void Check(BigInteger value)
    {
        foreach ((Type type, (BigInteger least, BigInteger greatest)) in ConstTypes.Integers)
        {
            if (value < least || value > greatest)
            {
                Assert.Throws<OverflowException>(() => ConstTypes.Read(ConstTypes.Literal(value), type));
            }
            else
            {
                object read = ConstTypes.Read(ConstTypes.Literal(value), type);
                Assert.Equal(type, read.GetType());
                Assert.Equal(value, BigInteger.Parse(((IFormattable)read).ToString(null, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
            }
        }
    }

    private static T Read<T, TValue>()
        where TValue : struct, IConst<T> => TValue.Value;
}
