using Ferrite.SdkFloor.Build.Packing;
using Ferrite.SdkFloor.Floors;
using Ferrite.SdkFloor.Tables;
using Ferrite.SdkFloor.Values;

namespace Ferrite.SdkFloor.Build.Tests.Packing;

/// <summary>What a project declares, as its package says it.</summary>
public sealed class SettledFloorsTests
{
    private static readonly SdkTables Tables = SdkTables.Embedded.With(SdkVersion.Parse("10.0.401"));

    [Fact]
    public void Stable_is_the_newest_stable_of_today() =>
        Assert.Equal(Tables.NewestStable, Settle("stable", [], "").Set.Base.Version);

    [Fact]
    public void A_constant_that_is_defined_raises_the_floor_of_each_framework()
    {
        SettledFloors floors = Settle("10.0.100", [("10.0.200", null, null, "FEATURE_X")], "FEATURE_X");
        Assert.Equal(["netstandard2.0", "net8.0", "net10.0", "net472"], floors.Set.Conditional.Select(static floor => floor.Condition.TargetFramework!));
        Assert.All(floors.Set.Conditional, static floor => Assert.Null(floor.Condition.DefineConstants));
    }

    [Fact]
    public void A_constant_that_is_not_defined_says_nothing()
    {
        SettledFloors floors = Settle("10.0.100", [("10.0.200", "win-x64", null, "FEATURE_X")], "OTHER");
        Assert.Equal("10.0.100", Assert.Single(floors.Packed).Value.ToString());
    }

    [Fact]
    public void A_runtime_s_floor_stays_one_with_its_constant_settled()
    {
        SettledFloors floors = Settle("10.0.100", [("10.0.200", "win-x64", null, "FEATURE_X")], "FEATURE_X", "net8.0");
        Assert.Equal(new FloorCondition("win-x64", "net8.0", null), Assert.Single(floors.Set.Conditional).Condition);
    }

    [Fact]
    public void Floors_are_packed_from_the_lowest_to_the_highest()
    {
        SettledFloors floors = Settle("10.0.100", [("10.0.300", "win-x64", null, null), ("10.0.200", "linux-x64", null, null)], "");
        Assert.Equal(["10.0.100", "10.0.200", "10.0.300"], floors.Packed.Select(static floor => floor.Value.ToString()));
    }

    /// <summary>Consumers take the files of the nearest framework: that for net8.0 is for .NET 9 as well.</summary>
    [Theory]
    [InlineData("netstandard2.0", "2.0", "8.0")]
    [InlineData("net8.0", "8.0", "10.0")]
    [InlineData("net10.0", "10.0", "9999.0")]
    [InlineData("net472", "", "")]
    public void A_framework_s_floor_is_for_all_that_take_its_files(string framework, string from, string below)
    {
        PackedFloor floor = Settle("10.0.100", [("10.0.200", null, framework, null)], "").Packed[^1];
        Assert.Equal((framework, from, below), (floor.TargetFramework, floor.FrameworkFrom, floor.FrameworkBelow));
    }

    [Fact]
    public void A_constant_of_some_frameworks_raises_the_floor_of_those()
    {
        SettledFloors floors = Settle("10.0.100", [("10.0.200", null, null, "FEATURE_X")], "FEATURE_X", "net8.0", "net472");
        Assert.Equal("10.0.100", floors.Set.Base.ToString());
        Assert.Equal(["net8.0", "net472"], floors.Set.Conditional.Select(static floor => floor.Condition.TargetFramework!));
    }

    private static SettledFloors Settle(
        string value, (string Value, string? Runtime, string? Framework, string? Constants)[] conditional, string defined, params string[] definedIn)
    {
        var set = new FloorSet(Parse(value), [.. conditional.Select(static floor =>
            new ConditionalFloor(Parse(floor.Value), new FloorCondition(floor.Runtime, floor.Framework, floor.Constants)))]);
        string[] frameworks = ["netstandard2.0", "net8.0", "net10.0", "net472"];
        return new SettledFloors(set, [.. frameworks.Select(name => new FloorTarget(name, null, ConstantsOf(definedIn.Length == 0 || definedIn.Contains(name) ? defined : "")))], Tables);
    }

    private static HashSet<string> ConstantsOf(string defined) => new(StringComparer.Ordinal) { defined };

    private static FloorValue Parse(string text)
    {
        Assert.True(FloorValue.TryParse(text, out FloorValue? value, out string? error), error);
        return value!;
    }
}
