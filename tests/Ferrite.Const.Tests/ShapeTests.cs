namespace Ferrite.Const.Tests;

public sealed class ShapeTests
{
    [Fact]
    public void A_span_of_another_length_is_refused()
    {
        Assert.Equal(3, new FixedSpan<int, _3>(new int[3]).Length);
        ArgumentException refused = Assert.Throws<ArgumentException>(() => { _ = new FixedSpan<int, _3>(new int[4]); });
        Assert.StartsWith("4 elements are not _3 elements.", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => { _ = new FixedSpan<int, _3>(new int[2]); });
        Assert.Throws<ArgumentException>(() => { _ = new FixedSpan<int, Neg<_1>>([]); });
    }

    [Fact]
    public void Elements_are_in_place_and_nothing_else_is_reached()
    {
        int[] array = [1, 2, 3, 4];
        FixedSpan<int, _3> span = new(array.AsSpan(0, 3));
        span[2] = 30;
        Assert.Equal([1, 2, 30, 4], array);
        AssertOutside(3);
        AssertOutside(-1);
        AssertOutside(int.MaxValue);

        void AssertOutside(int index) => Assert.Throws<IndexOutOfRangeException>(() => new FixedSpan<int, _3>(array.AsSpan(0, 3))[index]);
    }

    [Fact]
    public void The_default_value_has_no_elements_to_give()
    {
        Assert.Throws<InvalidOperationException>(() => default(FixedSpan<int, Product<_300, _300>>)[80_000]);
        Assert.Throws<InvalidOperationException>(() => { _ = default(FixedSpan<int, _3>).AsSpan(); });
        Assert.Throws<InvalidOperationException>(() => { _ = default(FixedSpan<int, _3>).First<_2>(); });
        Assert.Throws<InvalidOperationException>(() => default(RectangularArray<int, _300, _300>)[299, 299]);
        Assert.Throws<InvalidOperationException>(() => { _ = default(RectangularArray<int, _3, _3>).Row(1); });
        Assert.True(default(FixedSpan<int, _0>).AsSpan().IsEmpty);
        Assert.True(new FixedSpan<int, _0>([]).AsSpan().IsEmpty);
    }

    [Fact]
    public void Parts_have_their_length_in_their_type()
    {
        int[] array = [0, 1, 2, 3, 4, 5, 6];
        var span = new FixedSpan<int, _7>(array);
        FixedSpan<int, _3> middle = span.Slice<_2, _3>();
        Assert.Equal([2, 3, 4], middle.AsSpan().ToArray());
        Assert.Equal([0, 1], span.First<_2>().AsSpan().ToArray());
        Assert.Equal([5, 6], span.Last<_2>().AsSpan().ToArray());
        Assert.Equal([], span.Slice<_7, _0>().AsSpan().ToArray());
        Assert.Throws<ConstAssertException>(() => { _ = new FixedSpan<int, _7>(array).Slice<_5, _3>(); });
        Assert.Throws<ConstAssertException>(() => { _ = new FixedSpan<int, _7>(array).Slice<Neg<_1>, _3>(); });
        Assert.Throws<ConstAssertException>(() => { _ = new FixedSpan<int, _7>(array).Slice<_1, Neg<_1>>(); });
        Assert.Throws<ConstAssertException>(() => { _ = new FixedSpan<int, _7>(array).Last<_8>(); });
    }

    [Fact]
    public void A_rectangle_is_read_row_by_row()
    {
        int[] array = [.. Enumerable.Range(0, 15)];
        var rectangle = new RectangularArray<int, _5, _3>(array);
        Assert.Equal((5, 3), (rectangle.Width, rectangle.Height));
        for (int row = 0; row < 3; row++)
        {
            for (int column = 0; column < 5; column++)
            {
                Assert.Equal((5 * row) + column, rectangle[column, row]);
                Assert.Equal((5 * row) + column, rectangle.Row(row)[column]);
            }
        }
    }

    [Theory]
    [InlineData(5, 0)]
    [InlineData(-1, 1)]
    [InlineData(0, 3)]
    [InlineData(0, -1)]
    [InlineData(int.MaxValue, int.MaxValue)]
    [InlineData(1, 858993459)]
    public void Outside_a_rectangle_there_is_nothing(int column, int row) =>
        Assert.Throws<IndexOutOfRangeException>(() => new RectangularArray<int, _5, _3>(new int[15])[column, row]);

    [Fact]
    public void A_rectangle_wants_all_its_elements_and_a_size_that_is_a_number()
    {
        Assert.Throws<ArgumentException>(() => { _ = new RectangularArray<int, _5, _3>(new int[14]); });
        Assert.Throws<OverflowException>(() => { _ = new RectangularArray<int, Product<_300, Product<_300, _300>>, Product<_300, _300>>([]); });
    }
}
