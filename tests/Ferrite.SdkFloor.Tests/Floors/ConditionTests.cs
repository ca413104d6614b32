using Ferrite.SdkFloor.Floors;
using Ferrite.SdkFloor.Tables;
using Ferrite.SdkFloor.Values;

namespace Ferrite.SdkFloor.Tests.Floors;

public sealed class ConditionTests
{
    private static readonly FloorSet Set = new(Value("10.0.100"),
    [
        new ConditionalFloor(Value("10.0.300"), new FloorCondition("win-x64", null, null)),
        new ConditionalFloor(Value("10.0.200"), new FloorCondition(null, "net10.0", null)),
        new ConditionalFloor(Value("10.0.400"), new FloorCondition(null, null, "FEATURE_X;FEATURE_Y")),
        new ConditionalFloor(Value("10.0.401"), new FloorCondition("win-x64", "net10.0", null)),
    ]);

    [Theory]
    [InlineData("net9.0", null, "", "10.0.100")]
    [InlineData("net10.0", null, "", "10.0.200")]
    [InlineData("NET10.0", null, "", "10.0.200")]
    [InlineData("net9.0", "win-x64", "", "10.0.300")]
    [InlineData("net9.0", "WIN-x64", "", "10.0.300")]
    [InlineData("net9.0", "win-x86", "", "10.0.100")]
    [InlineData("net10.0", "win-x64", "", "10.0.401")]
    [InlineData("net9.0", null, "FEATURE_X", "10.0.100")]
    [InlineData("net9.0", null, "FEATURE_X;FEATURE_Y;OTHER", "10.0.400")]
    [InlineData("net9.0", null, "feature_x;FEATURE_Y", "10.0.100")]
    public void Of_those_that_apply_the_highest_counts(string framework, string? runtime, string constants, string floor)
    {
        var target = new FloorTarget(framework, runtime, new HashSet<string>(constants.Split(';'), StringComparer.Ordinal));
        Assert.Equal(floor, new FloorJudge(SdkTables.Embedded).Highest(Set.ApplyingTo(target))!.ToString());
    }

    [Fact]
    public void A_package_says_what_its_project_said()
    {
        var floor = new PackageFloor(new FloorSet(Value("daily: >=2026-03-01, 2026-02-02"),
        [
            new ConditionalFloor(Value("10.0.300"), new FloorCondition("win-x64", null, null)),
            new ConditionalFloor(Value("10.0.200"), new FloorCondition(null, "net10.0", null)),
        ]), ["net10.0", "netstandard2.0"]);
        PackageFloor read = PackageFloor.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(floor.ToJson())));
        Assert.Equal(floor.Floors, read.Floors);
        Assert.Equal(floor.Frameworks, read.Frameworks);
    }

    [Fact]
    public void Constants_are_settled_when_packed()
    {
        FloorSet settled = PackageFloorText.Settle(Set, new Dictionary<string, ISet<string>>(StringComparer.Ordinal)
        {
            ["net10.0"] = new HashSet<string>(["FEATURE_X", "FEATURE_Y"], StringComparer.Ordinal),
            ["netstandard2.0"] = new HashSet<string>(["FEATURE_X"], StringComparer.Ordinal),
        });
        Assert.All(settled.Conditional, static floor => Assert.Null(floor.Condition.DefineConstants));
        Assert.Equal(Value("10.0.400"), Assert.Single(settled.Conditional, static floor => floor.Condition is { TargetFramework: "net10.0", RuntimeIdentifier: null } && floor.Value.Version!.Patch == 400).Value);
        Assert.Equal(4, settled.Conditional.Count);
    }

    [Theory]
    [InlineData("""{ "schema": "ferrite.sdk-floor", "version": 1, "floor": "10.0.*" }""", "floats")]
    [InlineData("""{ "schema": "ferrite.sdk-floor", "version": 2, "floor": "10.0.100" }""", "version 1")]
    [InlineData("""{ "schema": "other", "version": 1, "floor": "10.0.100" }""", "ferrite.sdk-floor")]
    [InlineData("""{ "version": 1 }""", "")]
    [InlineData("nonsense", "")]
    public void A_package_that_says_nonsense_is_refused(string json, string message) => Assert.Contains(
        message, Assert.Throws<FloorException>(() => PackageFloor.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json)))).Message, StringComparison.Ordinal);

    private static FloorValue Value(string text) => FloorValue.TryParse(text, out FloorValue? value, out string? error) ? value! : throw new FormatException(error);
}
