using Ferrite.SdkFloor.Build.Tests.Travel;

namespace Ferrite.SdkFloor.Build.Tests.Packing;

/// <summary>FLOOR003, and what else pack refuses.</summary>
[Collection(nameof(BuiltConsumers))]
public sealed class VerificationTests(VerifiedPacks packs) : IClassFixture<VerifiedPacks>
{
    [Theory]
    [InlineData("SameBand")]
    [InlineData("OtherBandUnverified")]
    [InlineData("OtherBandUnchecked")]
    [InlineData("Exact")]
    [InlineData("AnalyzerAbove")]
    [InlineData("ByNuspec")]
    [InlineData("Artifacts")]
    public void Packs(string project)
    {
        Assert.Empty(packs.Outcome.ErrorsOf(project));
        Assert.True(packs.IsPacked(project));
    }

    [Theory]
    [InlineData("OtherBand", "error FLOOR003: The floor is 10.0.300, but SDK 10.0.401 packs: that is another feature band.")]
    [InlineData("Several", "error FLOOR003: The floor is 10.0.300, but SDK 10.0.401 packs: that is another feature band.")]
    [InlineData("AlmostExact", "error FLOOR003: The floor is 10.0.400, but SDK 10.0.401 packs: the very version is wanted (VerifyFloor=exact).")]
    [InlineData("Missing", "error FLOOR005: ")]
    [InlineData("SeveralMissing", "error FLOOR005: ")]
    [InlineData("AnalyzerTooLow", "error FLOOR004: MinimumSdkVersion: the analyzers packed here need Roslyn 4.8, which came with SDK 8.0.100; 7.0.100 is older.")]
    public void Refuses(string project, string message)
    {
        Assert.Contains(packs.Outcome.ErrorsOf(project), error => error.StartsWith(message, StringComparison.Ordinal));
        Assert.False(packs.IsPacked(project));
    }

    [Fact]
    public void A_nuspec_that_names_all_files_is_warned_of() => Assert.StartsWith(
        "warning FLOOR005: The package will not carry the floor 10.0.400: ", Assert.Single(packs.Outcome.WarningsOf("ByNuspec")), StringComparison.Ordinal);

    /// <summary>Where obj/ is elsewhere, the floor's files are written there, and nothing beside the project.</summary>
    [Fact]
    public void Artifacts_in_a_folder_of_their_own_stay_there() => Assert.Empty(packs.FoldersOf("Artifacts"));
}
