namespace Ferrite.Const.Generator.Tests.Fixes;

/// <summary>FER3004's fix: the text it makes compiles and is quiet.</summary>
public sealed class ClosedExpressionFixTests
{
    [Theory]
    [InlineData("Of<Sum<_1, _2>>()", "Of<_3>()")]
    [InlineData("Of</* three */ Sum<_1, _2> /* it is */>()", "Of</* three */ _3 /* it is */>()")]
    [InlineData("Of<Ferrite.Const.Product<_4, Sum<_1, _2>>>()", "Of<_12>()")]
    [InlineData("Of<global::Ferrite.Const.Quotient<_7, _2>>()", "Of<_3>()")]
    [InlineData("Of<Difference<_2, _5>>()", "Of<Neg<_3>>()")]
    [InlineData("Of<Ferrite.Const.Difference<_2, _5>>()", "Of<Ferrite.Const.Neg<_3>>()")]
    [InlineData("Max<_8, _3>.As<int>()", "_8.As<int>()")]
    [InlineData("Ferrite.Const.Min<_8, _3>.As<int>()", "_3.As<int>()")]
    [InlineData("typeof(If<Less<_1, _2>, _10, _20>).Name.Length", "typeof(_10).Name.Length")]
    [InlineData("new List<Dictionary<Sum<_9, _1>, int>>().Count", "new List<Dictionary<_10, int>>().Count")]
    public async Task The_value_is_written_in_the_place_of_the_expression(string before, string after)
    {
        using var file = new Fixed(Source(before));

        Assert.Equal("FER3004", Assert.Single(await file.FindAsync()).Id);
        Assert.True(await file.FixFirstAsync());

        Assert.Equal(Source(after), file.Text);
        Assert.Empty(await file.FindAsync());
    }

    [Fact]
    public async Task All_are_fixed_at_once()
    {
        using var file = new Fixed(Source("Of<Sum<_1, _2>>() + Of<Sum<_3, Product<_2, _2>>>() + Of<Difference<_1, _3>>() + Sum<_1, _1>.As<int>()"));

        Assert.Equal(4, (await file.FindAsync()).Length);
        await file.FixAllAsync();

        Assert.Equal(Source("Of<_3>() + Of<_7>() + Of<Neg<_2>>() + _2.As<int>()"), file.Text);
        Assert.Empty(await file.FindAsync());
    }

    [Fact]
    public async Task What_an_alias_is_of_is_left_to_people()
    {
        using var file = new Fixed("using Three = Ferrite.Const.Sum<Ferrite.Const.D1, Ferrite.Const.D2>; class C { Three _three; }");

        Assert.Equal("FER3004", Assert.Single(await file.FindAsync()).Id);
        Assert.False(await file.FixFirstAsync());
    }

    private static string Source(string expression) =>
        $$"""
        using System.Collections.Generic;
        using Ferrite.Const;

        static class C
        {
            internal static int M() => {{expression}};

            private static int Of<TLength>()
                where TLength : struct, IConst<int> => TLength.Value;
        }
        """;
}
