using Ferrite.SdkFloor.Build.Tests.Kit;

namespace Ferrite.SdkFloor.Build.Tests.Travel;

/// <summary>Projects that refer to Ferrite.SdkFloor.</summary>
[Collection(nameof(BuiltConsumers))]
public sealed class FullConsumerTests(BuiltConsumers built)
{
    private BuildOutcome Outcome => built.Outcome;

    [Fact]
    public void All_five_offenders_are_told_at_once_with_the_way_to_them()
    {
        string[] errors = Outcome.ErrorsOf("FullOld");
        Assert.Equal(
        [
            "error FLOOR001: Floor.Deep 1.0.0 needs SDK 10.0.400; this is 10.0.100. Brought in by Floor.Middle 1.0.0, by Floor.Top 1.0.0.",
            "error FLOOR001: Floor.Direct 1.0.0 needs SDK 10.0.200; this is 10.0.100. Referenced by this project.",
            "error FLOOR001: Floor.Middle 1.0.0 needs SDK 10.0.400; this is 10.0.100. Brought in by Floor.Top 1.0.0.",
            "error FLOOR001: Floor.Other 1.0.0 needs SDK 10.0.203; this is 10.0.100. Referenced by this project.",
            "error FLOOR001: Floor.Top 1.0.0 needs SDK 10.0.400; this is 10.0.100. Referenced by this project.",
        ], errors.Where(static error => !error.Contains("Floors above", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        string sum = Assert.Single(errors, static error => error.Contains("Floors above", StringComparison.Ordinal));
        Assert.StartsWith("error FLOOR001: Floors above .NET SDK 10.0.100: 5. Install .NET SDK 10.0.400 or later", sum, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FullNew")]
    [InlineData("FullOff")]
    [InlineData("FullExcluded")]
    [InlineData("FullDailyIn")]
    [InlineData("FullAtDependency")]
    [InlineData("FullValid")]
    [InlineData("FullNotPackable")]
    [InlineData("FullUndeclared")] // With a warning.
    [InlineData("FullAtProject")]
    [InlineData("Library")]
    public void Builds(string project) => Assert.Empty(Outcome.ErrorsOf(project));

    [Theory]
    [InlineData("FullBlocked", "FLOOR001: Floor.Deep 1.0.0 needs SDK 10.0.400; this is 10.0.100. Brought in by Floor.Blocking 1.0.0.")]
    [InlineData("FullOtherFramework", "FLOOR001: Floor.ByTarget 1.0.0 needs SDK 10.0.200; this is 10.0.100. Referenced by this project.")]
    [InlineData("FullWindows", "FLOOR001: Floor.ByTarget 1.0.0 needs SDK 10.0.300; this is 10.0.100. Referenced by this project.")]
    [InlineData("FullStandard", "FLOOR001: Floor.ByTarget 1.0.0 needs SDK 10.0.200; this is 10.0.100. Referenced by this project.")]
    [InlineData("FullDailyOut", "FLOOR001: Floor.Daily 1.0.0 needs SDK daily: >=2026-03-01, <=2026-04-15, 2026-05-02; this is 11.0.100-preview.5.26253.1, built on 2026-05-03. Referenced by this project.")]
    [InlineData("FullAboveSdk", "FLOOR001: FullAboveSdk needs SDK 10.0.200; this is 10.0.100.")]
    [InlineData("FullBelowDependency", "FLOOR002: Floor.Direct 1.0.0 needs SDK 10.0.200, above the floor that FullBelowDependency declares, 10.0.100. Referenced by this project.")]
    [InlineData("FullBelowProject", "FLOOR002: Library needs SDK 10.0.300, above the floor that FullBelowProject declares, 10.0.100.")]
    [InlineData("FullInvalid", "FLOOR004: MinimumSdkVersion: 9.0.100 can't build for net10.0: the first SDK that can is 10.0.100.")]
    [InlineData("FullMissing", "FLOOR005: It can be packed and declares no MinimumSdkVersion, which RequireSdkFloor asks for.")]
    public void Fails_with(string project, string message) =>
        Assert.Contains(Outcome.ErrorsOf(project), error => error.StartsWith("error " + message, StringComparison.Ordinal));

    /// <summary>Of the project itself by its framework, of the package by its analyzers.</summary>
    [Fact]
    public void An_undeclared_floor_is_inferred_and_warns() => Assert.Equal(
    [
        "warning FLOOR001: FullUndeclared needs SDK 10.0.100; this is 7.0.100, by inference: it targets net10.0.",
        "warning FLOOR001: Meziantou.Analyzer 3.0.320 needs SDK 8.0.100; this is 7.0.100, by inference: analyzers/dotnet/roslyn4.8/cs/Meziantou.Analyzer.dll needs Roslyn 4.8. Referenced by this project.",
    ], Outcome.WarningsOf("FullUndeclared").Order(StringComparer.Ordinal));

    [Fact]
    public void Analyzers_that_the_reference_excludes_need_nothing() =>
        Assert.DoesNotContain(Outcome.WarningsOf("FullUndeclaredExcluded"), static warning => warning.Contains("Meziantou", StringComparison.Ordinal));

    [Fact]
    public void A_floor_for_another_framework_of_the_project_says_nothing() =>
        Assert.DoesNotContain(Outcome.Lines, static line => line.Contains("FullOtherFramework.csproj::TargetFramework=net10.0", StringComparison.Ordinal) && line.Contains("FLOOR", StringComparison.Ordinal));
}
