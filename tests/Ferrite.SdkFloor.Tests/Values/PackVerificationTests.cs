using Ferrite.SdkFloor.Values;

namespace Ferrite.SdkFloor.Tests.Values;

/// <summary>FLOOR003.</summary>
public sealed class PackVerificationTests
{
    [Theory]
    [InlineData("10.0.400", "10.0.400", false)]
    [InlineData("10.0.400", "10.0.401", false)]
    [InlineData("10.0.401", "10.0.401", true)]
    [InlineData("10.0.100-preview.3.25201.16", "10.0.100-preview.3.25201.16", false)]
    [InlineData("10.0.100-preview.3.25201.16", "10.0.100-preview.3.25210.1", false)]
    [InlineData("10.0.100-preview.3", "10.0.100-preview.3.25210.1", false)]
    [InlineData("stable", "10.0.401", false)]
    [InlineData("stable", "10.0.402", false)]
    [InlineData("preview", "11.0.100-rc.2.26475.137", false)]
    public void May_pack(string floor, string running, bool exact) => Assert.Null(Problem(floor, running, exact));

    [Theory]
    [InlineData("10.0.400", "10.0.401", true, "the very version is wanted")]
    [InlineData("10.0.401", "10.0.400", false, "older than the floor")]
    [InlineData("10.0.300", "10.0.401", false, "another feature band. Only 10.0.3xx proves the floor")]
    [InlineData("9.0.400", "10.0.400", false, "another feature band")]
    [InlineData("10.0.100-preview.3.25201.16", "10.0.100", false, "needs its own label, preview.3")]
    [InlineData("10.0.100-preview.3.25201.16", "10.0.100-preview.4.25220.1", false, "needs its own label, preview.3")]
    [InlineData("10.0.100-preview.3.25201.16", "10.0.100-preview.3.25110.1", false, "older than the floor")]
    [InlineData("10.0.100-rc.1", "10.0.101-rc.1.1", false, "needs its own label")]
    [InlineData("stable", "10.0.400", false, "The floor is stable, which is 10.0.401")]
    [InlineData("preview", "10.0.401", false, "needs its own label, rc.2")]
    [InlineData("daily: 2025-04-02", "10.0.100-preview.3.25201.16", false, "built on 2025-04-01")]
    [InlineData("daily: 2025-04-02", "10.0.100", false, "whose day is unknown")]
    public void May_not(string floor, string running, bool exact, string message) =>
        Assert.Contains(message, Problem(floor, running, exact), StringComparison.Ordinal);

    private static string? Problem(string floor, string running, bool exact)
    {
        Assert.True(FloorValue.TryParse(floor, out FloorValue? value, out _));
        SdkVersion? version = value!.Kind switch
        {
            FloorKind.Stable => SdkVersion.Parse("10.0.401"),
            FloorKind.Preview => SdkVersion.Parse("11.0.100-rc.2.26475.137"),
            _ => value.Version,
        };
        SdkVersion sdk = SdkVersion.Parse(running);
        return PackVerification.Problem(value, version, sdk, BuildDate.OfVersion(sdk), exact);
    }
}
