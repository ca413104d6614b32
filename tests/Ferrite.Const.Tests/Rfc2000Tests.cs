namespace Ferrite.Const.Tests;

/// <summary>What RFC 2000 says of const generics, example by example.</summary>
public sealed class Rfc2000Tests
{
    [Fact]
    public void A_type_is_constructed_with_literals_and_with_expressions_that_are_equal()
    {
        RectangularArray<int, _2, _4> literal = new(new int[8]);
        RectangularArray<int, _2, _4> same = Transposed(Transposed(literal));
        Assert.Equal(literal.Width, same.Width);
    }

    [Fact]
    public void An_abstract_expression_unifies_with_itself_through_one_alias_and_with_another_only_by_Unify()
    {
        int[] array = [1, 2, 3, 4];
        Assert.Equal(4, Successors<_3>(array));
        Assert.Throws<ConstAssertException>(() => { _ = Unify.As<int, _4, _3>(new FixedSpan<int, _4>(array)); });
    }

    [Fact]
    public void A_literal_is_more_specific_than_a_parameter()
    {
        Assert.Equal("two", Name(new FixedSpan<int, _2>(new int[2])));
        Assert.Equal("any", Name(new FixedSpan<int, _3>(new int[3])));
    }

    [Fact]
    public void A_condition_holds_where_the_code_is_closed()
    {
        Assert.Equal(15, Masked<_16>(31));
        ConstAssertException failed = Assert.Throws<ConstAssertException>(() => Masked<_15>(31));
        Assert.Equal("IsPowerOfTwo<_15> does not hold.", failed.Message);
    }

    private static RectangularArray<int, THeight, TWidth> Transposed<TWidth, THeight>(RectangularArray<int, TWidth, THeight> source)
        where TWidth : struct, IConst<int>
        where THeight : struct, IConst<int> => Unified<TWidth, THeight>(source.Elements);

    private static RectangularArray<int, THeight, TWidth> Unified<TWidth, THeight>(FixedSpan<int, Product<TWidth, THeight>> elements)
        where TWidth : struct, IConst<int>
        where THeight : struct, IConst<int>
    {
        // Product<TWidth, THeight> and Product<THeight, TWidth> are different types, though always equal.
        FixedSpan<int, Product<THeight, TWidth>> turned = Unify.As<int, Product<TWidth, THeight>, Product<THeight, TWidth>>(elements);
        return new(turned.AsSpan());
    }

    private static int Successors<TN>(int[] array)
        where TN : struct, IConst<int>
    {
        FixedSpan<int, Sum<TN, _1>> one = new(array);
        FixedSpan<int, Sum<TN, _1>> same = one;
        FixedSpan<int, Sum<_1, TN>> other = Unify.As<int, Sum<TN, _1>, Sum<_1, TN>>(same);
        return other.Length;
    }

    private static string Name<TN>(FixedSpan<int, TN> span)
        where TN : struct, IConst<int> => span.Length < 0 ? "none" : "any";

    private static string Name(FixedSpan<int, _2> span) => span.Length == 2 ? "two" : "none";

    private static int Masked<TN>(int value)
        where TN : struct, IConst<int>
    {
        ConstAssert.That<IsPowerOfTwo<TN>>();
        return value & Difference<TN, _1>.As<int>();
    }
}
