using Ferrite.SdkFloor.Build.Tests.Kit;

namespace Ferrite.SdkFloor.Build.Tests.Travel;

/// <summary>Projects that have nothing of Ferrite but what travels in the packages they use.</summary>
[Collection(nameof(BuiltConsumers))]
public sealed class PlainConsumerTests(BuiltConsumers built)
{
    private BuildOutcome Outcome => built.Outcome;

    [Fact]
    public void All_five_offenders_are_told_at_once_with_who_brought_them_in()
    {
        string[] errors = Outcome.ErrorsOf("PlainOld");
        Assert.Equal(
        [
            "error FLOOR001: Floor.Deep 1.0.0 needs .NET SDK 10.0.400 or later; this build runs on 10.0.100. Brought in by Floor.Middle, by Floor.Top.",
            "error FLOOR001: Floor.Direct 1.0.0 needs .NET SDK 10.0.200 or later; this build runs on 10.0.100. Referenced by this project.",
            "error FLOOR001: Floor.Middle 1.0.0 needs .NET SDK 10.0.400 or later; this build runs on 10.0.100. Brought in by Floor.Top.",
            "error FLOOR001: Floor.Other 1.0.0 needs .NET SDK 10.0.203 or later; this build runs on 10.0.100. Referenced by this project.",
            "error FLOOR001: Floor.Top 1.0.0 needs .NET SDK 10.0.400 or later; this build runs on 10.0.100. Referenced by this project.",
        ], errors.Where(static error => !error.Contains("Packages that need", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        string sum = Assert.Single(errors, static error => error.Contains("Packages that need", StringComparison.Ordinal));
        Assert.StartsWith("error FLOOR001: Packages that need another .NET SDK than 10.0.100: 5. Install .NET SDK 10.0.400 or later", sum, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PlainNew")]
    [InlineData("PlainOff")]
    [InlineData("PlainBlocked")] // NuGet keeps the files from it: only Ferrite sees that floor.
    [InlineData("PlainExcluded")]
    [InlineData("PlainOtherRuntime")]
    [InlineData("PlainDailyIn")]
    [InlineData("PlainDailySingle")]
    [InlineData("CentralNew")]
    public void Builds(string project) => Assert.Empty(Outcome.ErrorsOf(project));

    [Theory]
    [InlineData("PlainOtherFramework", "Floor.ByTarget 1.0.0 needs .NET SDK 10.0.200 or later")]
    [InlineData("PlainWindows", "Floor.ByTarget 1.0.0 needs .NET SDK 10.0.300 or later")]
    [InlineData("PlainStandard", "Floor.ByTarget 1.0.0 needs .NET SDK 10.0.200 or later")]
    [InlineData("PlainDailyOut", "Floor.Daily 1.0.0 needs .NET SDK daily: >=2026-03-01, <=2026-04-15, 2026-05-02; this build runs on 11.0.100-preview.5.26253.1")]
    [InlineData("PlainDailyUnknown", "Floor.Daily 1.0.0 needs .NET SDK daily: ")]
    [InlineData("PlainOverProject", "Floor.Deep 1.0.0 needs .NET SDK 10.0.400 or later; this build runs on 10.0.100. Brought in by Floor.Middle, by Floor.Top, by PlainLibrary.")]
    [InlineData("CentralOld", "Floor.Deep 1.0.0 needs .NET SDK 10.0.400 or later; this build runs on 10.0.100. Brought in by Floor.Middle, by Floor.Top.")]
    public void Fails_with(string project, string message) =>
        Assert.Contains(Outcome.ErrorsOf(project), error => error.StartsWith("error FLOOR001: " + message, StringComparison.Ordinal));

    [Fact]
    public void A_floor_for_another_framework_of_the_project_says_nothing() =>
        Assert.DoesNotContain(Outcome.Lines, static line => line.Contains("PlainOtherFramework.csproj::TargetFramework=net10.0", StringComparison.Ordinal) && line.Contains("FLOOR", StringComparison.Ordinal));

    [Fact]
    public void A_version_of_the_sdk_that_is_none_is_told() =>
        Assert.Contains(Outcome.ErrorsOf("PlainNonsense"), static error => error.StartsWith("error FLOOR004: 'ten' is not the version of a .NET SDK", StringComparison.Ordinal));
}
