using Ferrite.Const;

[assembly: ConstLiteral("Area", 2 * 2)]
[assembly: ConstLiteral("Four", 4L)]
[assembly: ConstLiteral("Least", long.MinValue)]
[assembly: ConstLiteral("Most", ulong.MaxValue)]
[assembly: ConstLiteral("Greeting", "Grüß Gott")]
[assembly: ConstLiteral("Nothing", "")]
[assembly: ConstLiteral("Letter", 'ß')]
[assembly: ConstLiteral("Yes", true)]
[assembly: ConstLiteral("Midweek", DayOfWeek.Wednesday)]

namespace Ferrite.Const.Tests;

public sealed class NamedLiteralTests
{
    [Fact]
    public void Equal_values_are_one_type_whatever_they_are_called()
    {
        Assert.Same(typeof(_4), typeof(Area));
        Assert.Same(typeof(_4), typeof(Four));
        FixedSpan<int, Area> named = new(new int[4]);
        FixedSpan<int, _4> literal = named;
        Assert.Equal(4, literal.Length);
    }

    [Fact]
    public void A_name_has_the_value_it_was_given()
    {
        Assert.Equal(long.MinValue, Least.As<long>());
        Assert.Equal(ulong.MaxValue, Most.As<ulong>());
        Assert.Equal("Grüß Gott", Greeting.As<string>());
        Assert.Equal("", Nothing.As<string>());
        Assert.Equal('ß', Letter.As<char>());
        Assert.True(Yes.As<bool>());
        Assert.Equal(DayOfWeek.Wednesday, Midweek.As<DayOfWeek>());
    }
}
