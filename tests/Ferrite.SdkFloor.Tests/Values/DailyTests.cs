using Ferrite.SdkFloor.Values;

namespace Ferrite.SdkFloor.Tests.Values;

public sealed class DailyTests
{
    [Theory]
    [InlineData(25201, "2025-04-01")]
    [InlineData(25502, "2025-10-02")]
    [InlineData(26423, "2026-08-23")]
    [InlineData(26475, "2026-09-25")]
    [InlineData(23061, "2023-01-11")]
    [InlineData(28129, "2028-02-29")]
    [InlineData(25631, "2025-12-31")]
    public void A_build_number_is_a_day(int number, string day)
    {
        Assert.Equal(day, BuildDate.ToText(BuildDate.OfNumber(number)!.Value));
        Assert.Equal(number, BuildDate.ToNumber(BuildDate.OfNumber(number)!.Value));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8174)]
    [InlineData(25000)]
    [InlineData(25049)]
    [InlineData(25050)]
    [InlineData(25650)]
    [InlineData(25999)]
    [InlineData(25132)]
    [InlineData(25129)]
    [InlineData(100000)]
    public void Other_numbers_are_none(int number) => Assert.Null(BuildDate.OfNumber(number));

    [Theory]
    [InlineData("10.0.100-preview.3.25201.16", "2025-04-01")]
    [InlineData("11.0.100-rc.2.26475.137", "2026-09-25")]
    [InlineData("10.0.401-servicing.26423.113", "2026-08-23")]
    [InlineData("8.0.100-alpha.1.23061.8", "2023-01-11")]
    [InlineData("10.0.401", null)]
    [InlineData("2.1.300-preview1-008174", null)]
    [InlineData("10.0.100-preview.3", null)]
    public void A_prerelease_tells_its_day(string version, string? day) =>
        Assert.Equal(day, BuildDate.OfVersion(SdkVersion.Parse(version)) is { } found ? BuildDate.ToText(found) : null);

    [Fact]
    public void A_stable_SDK_tells_it_in_its_version_file()
    {
        Assert.Equal("2026-08-23", BuildDate.ToText(BuildDate.OfVersionFile(["e34a38d2ae", "10.0.401", "linux-x64", "10.0.401-servicing.26423.113", "10.0.400"])!.Value));
        Assert.Null(BuildDate.OfVersionFile(["e34a38d2ae", "10.0.401", "linux-x64"]));
    }

    [Theory]
    [InlineData("daily: >=2026-03-01, <=2026-04-15, 2026-05-02", "2026-03-01", true)]
    [InlineData("daily: >=2026-03-01, <=2026-04-15, 2026-05-02", "2026-04-15", true)]
    [InlineData("daily: >=2026-03-01, <=2026-04-15, 2026-05-02", "2026-05-02", true)]
    [InlineData("daily: >=2026-03-01, <=2026-04-15, 2026-05-02", "2026-02-28", false)]
    [InlineData("daily: >=2026-03-01, <=2026-04-15, 2026-05-02", "2026-04-16", false)]
    [InlineData("daily: >=2026-03-01, <=2026-04-15, 2026-05-02", "2026-05-03", false)]
    [InlineData("daily: 2026-03-01", "2026-03-01", true)]
    [InlineData("daily: 2026-03-01", "2026-03-02", false)]
    [InlineData("daily: >=2026-03-01", "2030-01-01", true)]
    [InlineData("daily: <=2026-03-01", "2020-01-01", true)]
    public void The_range_or_any_of_the_days(string text, string day, bool allowed)
    {
        Assert.True(FloorValue.TryParse(text, out FloorValue? value, out _));
        Assert.True(BuildDate.TryParse(day, out DateTime date));
        Assert.Equal(allowed, value!.Dates!.Contains(date));
    }
}
