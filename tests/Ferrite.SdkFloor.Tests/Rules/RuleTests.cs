using Ferrite.SdkFloor.Floors;
using Ferrite.SdkFloor.Rules;
using Ferrite.SdkFloor.Tables;

namespace Ferrite.SdkFloor.Tests.Rules;

/// <summary>FLOOR004.</summary>
public sealed class RuleTests
{
    private static readonly FloorRules Subject = new(SdkTables.Embedded);

    [Theory]
    [InlineData("10.0.100", "net10.0", "14.0")]
    [InlineData("10.0.401", "net10.0", "14")]
    [InlineData("8.0", "net8.0", "latest")]
    [InlineData("2.0", "netstandard2.0", "7.1")]
    [InlineData("10", "net8.0", "preview")]
    [InlineData("10.0.100-rc.2", "net8.0", null)]
    [InlineData("stable", "net10.0", "14.0")]
    [InlineData("preview", "net11.0", "14.0")]
    [InlineData("daily: >=2026-03-01", "net11.0", "14.0")]
    [InlineData("5.0.100", "net472", "9.0")]
    public void Kept(string floor, string framework, string? language)
    {
        Assert.NotNull(Subject.Read(new Declaration { Base = floor, TargetFrameworks = [framework], LangVersion = language }, out IReadOnlyList<string> problems));
        Assert.Empty(problems);
    }

    [Theory]
    [InlineData("10.0.402", "net10.0", null, "above the newest stable SDK known, 10.0.401")]
    [InlineData("11", "net10.0", null, "above the newest stable SDK known")]
    [InlineData("11.0.100-rc.2.26475.137", "net10.0", null, "write 'preview' or 'daily: …'")]
    [InlineData("1.0", "net45", null, "can't read this property: the first SDK that can is 2.0.0")]
    [InlineData("9.0.300", "net10.0", null, "can't build for net10.0: the first SDK that can is 10.0.100")]
    [InlineData("8.0.100", "net8.0", "13.0", "doesn't know LangVersion 13.0: the first SDK that does is 9.0.100")]
    [InlineData("5.0.400", "net5.0", "10", "doesn't know LangVersion 10: the first SDK that does is 6.0.100")]
    [InlineData("10.0.100-rc.2.25502.107", "net10.0", null, "can't build for net10.0")]
    [InlineData("[10.0.100,)", "net10.0", null, "MinimumSdkVersion: '[10.0.100,)' has range operators")]
    public void Broken(string floor, string framework, string? language, string message)
    {
        Assert.Null(Subject.Read(new Declaration { Base = floor, TargetFrameworks = [framework], LangVersion = language }, out IReadOnlyList<string> problems));
        Assert.Contains(problems, problem => problem.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void The_highest_of_several_frameworks_counts()
    {
        Subject.Read(new Declaration { Base = "8.0.100", TargetFrameworks = ["netstandard2.0", "net8.0", "net9.0", "net10.0"] }, out IReadOnlyList<string> problems);
        Assert.Equal(["MinimumSdkVersion: 8.0.100 can't build for net9.0: the first SDK that can is 9.0.100.",
            "MinimumSdkVersion: 8.0.100 can't build for net10.0: the first SDK that can is 10.0.100."], problems);
    }

    [Theory]
    [InlineData("8.0.100", "4.8", true)]
    [InlineData("8.0.100", "4.9", false)]
    [InlineData("9.0.200", "4.14", false)]
    [InlineData("9.0.300", "4.14", true)]
    public void Analyzers_that_are_packed_need_their_compiler(string floor, string roslyn, bool kept)
    {
        Subject.Read(new Declaration { Base = floor, TargetFrameworks = ["netstandard2.0"], PackedRoslyn = Version.Parse(roslyn) }, out IReadOnlyList<string> problems);
        Assert.Equal(kept, problems.Count == 0);
        Assert.All(problems, problem => Assert.Contains($"need Roslyn {roslyn}", problem, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("10.0.100", "10.0.300", "win-x64", null, null)]
    [InlineData("10.0.100", "10.0.100", null, "net10.0", null)]
    [InlineData("10.0.100", "stable", null, null, "FEATURE_X")]
    [InlineData("daily: >=2026-03-01", "daily: 2026-04-01", null, null, "FEATURE_X")]
    [InlineData("10.0.100", "10.0.200", null, "net9.0", "net10.0;X")]
    public void Conditional(string floor, string value, string? runtime, string? framework, string? constants) => Assert.NotNull(Subject.Read(
        new Declaration { Base = floor, Conditional = [(value, new FloorCondition(runtime, framework, constants))] }, out _));

    [Theory]
    [InlineData("10.0.300", "10.0.100", "win-x64", "it is below the MinimumSdkVersion, 10.0.300")]
    [InlineData("10.0.100", "9", "win-x64", "is below the MinimumSdkVersion")]
    [InlineData("10.0.100", "11.0.100", "win-x64", "above the newest stable SDK known")]
    [InlineData("10.0.100", "10.0.*", "win-x64", "SdkFloor '10.0.*' for RuntimeIdentifier win-x64: '10.0.*' floats")]
    [InlineData("10.0.100", "10.0.200", null, "it needs RuntimeIdentifier, TargetFramework or DefineConstants")]
    [InlineData("10.0.100", "daily: 2026-04-01", "win-x64", "days and versions don't compare")]
    [InlineData("daily: >=2026-03-01", "10.0.100", "win-x64", "days and versions don't compare")]
    [InlineData("daily: >=2026-03-01", "daily: 2026-02-01", "win-x64", "is below the MinimumSdkVersion")]
    public void Conditional_broken(string floor, string value, string? runtime, string message)
    {
        Assert.Null(Subject.Read(new Declaration { Base = floor, Conditional = [(value, new FloorCondition(runtime, null, null))] }, out IReadOnlyList<string> problems));
        Assert.Contains(message, Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Conditional_without_a_base()
    {
        Assert.Null(Subject.Read(new Declaration { Conditional = [("10.0.100", new FloorCondition("win-x64", null, null))] }, out IReadOnlyList<string> problems));
        Assert.Contains("declare MinimumSdkVersion", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_declared_breaks_nothing()
    {
        Assert.Null(Subject.Read(new Declaration { Base = " ", TargetFrameworks = ["net10.0"] }, out IReadOnlyList<string> problems));
        Assert.Empty(problems);
    }
}
