using Ferrite.SdkFloor.Values;

namespace Ferrite.SdkFloor.Tests.Values;

public sealed class KeyTests
{
    [Theory]
    [InlineData("10.0.100", "10.0.100.500000000")]
    [InlineData("10.0.100-alpha.1.25000.1", "10.0.100.0")]
    [InlineData("10.0.100-preview.3.25201.16", "10.0.100.100325201")]
    [InlineData("10.0.100-preview.10.25201.16", "10.0.100.101025201")]
    [InlineData("10.0.100-preview", "10.0.100.100000000")]
    [InlineData("10.0.100-preview1-final", "10.0.100.200000000")]
    [InlineData("10.0.100-rc.2.25502.107", "10.0.100.300225502")]
    [InlineData("10.0.100-rtm.25515.3", "10.0.100.400000000")]
    public void Four_parts(string version, string key) => Assert.Equal(Version.Parse(key), SdkKey.Of(SdkVersion.Parse(version)));

    [Fact]
    public void Stable_is_above_rc_above_preview_above_alpha()
    {
        string[] rising = ["9.0.300", "10.0.100-alpha.1.25001.1", "10.0.100-preview.1.25101.1", "10.0.100-preview.1.25102.1", "10.0.100-preview.2.25101.1",
            "10.0.100-preview.10.25101.1", "10.0.100-rc.1.25401.1", "10.0.100-rc.2.25401.1", "10.0.100-rtm.1", "10.0.100", "10.0.101"];
        Version[] keys = [.. rising.Select(static text => SdkKey.Of(SdkVersion.Parse(text)))];
        Assert.Equal(keys.Order(), keys);
        Assert.Distinct(keys);
    }
}
