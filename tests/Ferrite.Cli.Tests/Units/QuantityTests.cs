using Ferrite.Cli.Output;

namespace Ferrite.Cli.Tests.Units;

public sealed class QuantityTests
{
    [Theory]
    [InlineData(0, 0, "-")]
    [InlineData(0, 1, "0%")]
    [InlineData(1, 1, "100%")]
    [InlineData(1, 2, "50.0%")]
    [InlineData(1, 1000, "0.1%")]
    [InlineData(1, 1001, "<0.1%")]
    [InlineData(1, long.MaxValue, "<0.1%")]
    [InlineData(999, 1000, "99.9%")]
    [InlineData(9999, 10000, ">99.9%")]
    [InlineData(long.MaxValue - 1, long.MaxValue, ">99.9%")]
    [InlineData(long.MaxValue, long.MaxValue, "100%")]
    public void Percent_is_0_for_nothing_and_100_for_all_only(long part, long whole, string text) =>
        Assert.Equal(text, Quantity.Percent(part, whole));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1023, "1023")]
    [InlineData(1024, "1.0K")]
    [InlineData(10137, "9.9K")]
    [InlineData(10200, "10K")]
    [InlineData((1 << 20) - 1, "1.0M")]
    [InlineData(1023L << 10, "1023K")]
    [InlineData(3L << 40, "3.0T")]
    [InlineData(long.MaxValue, "8.0E")]
    public void Bytes_take_five_characters_at_most(long bytes, string text) => Assert.Equal(text, Quantity.ShortBytes(bytes));

    [Fact]
    public void Bytes_and_counts_in_a_text()
    {
        Assert.Equal("512 bytes", Quantity.Bytes(512));
        Assert.Equal("64 MiB", Quantity.Bytes(64 << 20));
        Assert.Equal("24 EiB", Quantity.Bytes((Int128)long.MaxValue * 3));
        Assert.Equal("1,234,567", Quantity.Count(1234567));
    }
}
