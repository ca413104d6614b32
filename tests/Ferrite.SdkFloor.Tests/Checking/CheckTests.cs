using Ferrite.SdkFloor.Checking;
using Ferrite.SdkFloor.Floors;
using Ferrite.SdkFloor.Graph;
using Ferrite.SdkFloor.Inference;
using Ferrite.SdkFloor.Rules;
using Ferrite.SdkFloor.Tables;
using Ferrite.SdkFloor.Values;

namespace Ferrite.SdkFloor.Tests.Checking;

/// <summary>FLOOR001, 002 and 005 over graphs made by hand.</summary>
public sealed class CheckTests
{
    private static readonly FloorCheck Subject = new(SdkTables.Embedded);

    [Fact]
    public void All_offenders_at_once_direct_and_transitive()
    {
        FloorNode deep = Package("Deep", "10.0.300");
        FloorNode middle = Package("Middle", null, deep);
        IReadOnlyList<Finding> findings = Run("10.0.100", null, Package("A", "10.0.200"), Package("B", "10.0.300"), middle, Package("C", "10.0.400"), Package("Fine", "9.0.100"),
            Project("Lib", "10.0.401"));

        Assert.Equal(["A", "B", "C", "Deep", "Lib"], findings.Select(static finding => finding.Node!.Id));
        Assert.All(findings, static finding => Assert.True(finding is { IsError: true, Code: FloorCode.SdkTooOld }));
        Assert.Equal("Deep 1.0.0 needs SDK 10.0.300; this is 10.0.100.", findings[3].Message);
        Assert.Equal(["App", "Middle 1.0.0", "Deep 1.0.0"], findings[3].Path.Select(static node => node.ToString()));
        Assert.Empty(Run("10.0.401", null, deep, middle));
    }

    [Fact]
    public void The_shortest_way_is_told()
    {
        FloorNode offender = Package("Offender", "10.0.400");
        Finding finding = Assert.Single(Run("10.0.100", null, Package("Z", null, offender), Package("A", null, Package("B", null, offender)), Package("Y", null, offender)));
        Assert.Equal(["App", "Y 1.0.0", "Offender 1.0.0"], finding.Path.Select(static node => node.ToString()));
    }

    [Fact]
    public void Circles_end()
    {
        FloorNode first = Package("First", "10.0.400");
        first.Dependencies.Add(Package("Second", null, first));
        Assert.Single(Run("10.0.100", null, first));
    }

    [Fact]
    public void What_is_not_used_does_not_count() =>
        Assert.Empty(Run("10.0.100", null, new FloorNode("Unused", "1.0.0", isProject: false) { IsUsed = false, Declared = [Value("10.0.400")] }));

    [Fact]
    public void Inferred_floors_only_warn()
    {
        Finding finding = Assert.Single(Run("8.0.100", null, new FloorNode("A", "1.0.0", isProject: false) { Inferred = new InferredFloor(SdkVersion.Parse("9.0.300"), "x.dll needs Roslyn 4.14") }));
        Assert.False(finding.IsError);
        Assert.Equal("A 1.0.0 needs SDK 9.0.300; this is 8.0.100, by inference: x.dll needs Roslyn 4.14.", finding.Message);
    }

    [Fact]
    public void A_project_that_declares_nothing_is_held_against_its_framework()
    {
        Finding finding = Assert.Single(Run("7.0.400", null));
        Assert.Equal((false, "App needs SDK 8.0.100; this is 7.0.400, by inference: it targets net8.0."), (finding.IsError, finding.Message));
    }

    [Fact]
    public void A_dependency_above_the_own_floor_is_FLOOR002()
    {
        IReadOnlyList<Finding> findings = Run("10.0.401", "10.0.100", Package("A", "10.0.100"), Package("B", "10.0.300"));
        Finding finding = Assert.Single(findings);
        Assert.Equal((FloorCode.AboveOwn, "B 1.0.0 needs SDK 10.0.300, above the floor that App declares, 10.0.100."), (finding.Code, finding.Message));
    }

    [Theory]
    [InlineData("daily: 2026-04-01", "daily: >=2026-03-01", 0)]
    [InlineData("daily: >=2026-03-01", "daily: 2026-04-01", 1)]
    [InlineData("10.0.100", "daily: >=2026-03-01", 1)]
    [InlineData("daily: >=2026-03-01", "10.0.100", 1)]
    [InlineData("stable", "10.0.401", 0)]
    [InlineData("10.0.400", "stable", 1)]
    [InlineData("preview", "stable", 0)]
    public void Floors_of_other_kinds(string own, string dependency, int findings) =>
        Assert.Equal(findings, Run("10.0.401", own, Package("A", dependency)).Count(static finding => finding.Code is FloorCode.AboveOwn));

    [Theory]
    [InlineData("10.0.100", "10.0.200")]
    [InlineData("10.0.401", "preview")]
    [InlineData("10.0.400", "stable")]
    public void The_own_floor_holds_for_the_project_itself(string sdk, string own)
    {
        Finding finding = Assert.Single(Run(sdk, own));
        Assert.StartsWith($"App needs SDK {own}", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Days_are_held_against_the_day()
    {
        Assert.Empty(Run("10.0.100-preview.3.25201.16", null, Package("A", "daily: 2025-04-01")));
        Assert.Equal("A 1.0.0 needs SDK daily: 2025-04-02; this is 10.0.100-preview.3.25201.16, built on 2025-04-01.",
            Assert.Single(Run("10.0.100-preview.3.25201.16", null, Package("A", "daily: 2025-04-02"))).Message);
        Assert.Contains("whose day is unknown", Assert.Single(Run("10.0.100", null, Package("A", "daily: 2025-04-02"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_floor_may_be_required()
    {
        CheckedProject project = Create(null) with { IsFloorRequired = true };
        Assert.Equal(FloorCode.Missing, Assert.Single(Subject.Run(project, Sdk("10.0.401"))).Code);
        Assert.Empty(Subject.Run(Create("10.0.100") with { IsFloorRequired = true }, Sdk("10.0.401")));
    }

    [Fact]
    public void The_check_may_be_off() =>
        Assert.Empty(Subject.Run(Create("nonsense", Package("A", "10.0.401")) with { IsCheckOff = true, IsFloorRequired = true }, Sdk("9.0.100")));

    private static IReadOnlyList<Finding> Run(string sdk, string? own, params FloorNode[] direct) => Subject.Run(Create(own, direct), Sdk(sdk));

    private static CheckedProject Create(string? own, params FloorNode[] direct)
    {
        var root = new FloorNode("App", "", isProject: true);
        root.Dependencies.AddRange(direct);
        return new CheckedProject { Name = "App", Declaration = new Declaration { Base = own }, Graphs = [new FloorGraph(new FloorTarget("net8.0"), root)] };
    }

    private static FloorNode Package(string id, string? floor, params FloorNode[] dependencies)
    {
        var node = new FloorNode(id, "1.0.0", isProject: false) { Declared = floor is null ? [] : [Value(floor)] };
        node.Dependencies.AddRange(dependencies);
        return node;
    }

    private static FloorNode Project(string id, string floor) => new(id, "1.0.0", isProject: true) { Declared = [Value(floor)] };

    private static FloorValue Value(string text) => FloorValue.TryParse(text, out FloorValue? value, out string? error) ? value! : throw new FormatException(error);

    private static SdkAtHand Sdk(string text) => new(SdkVersion.Parse(text), BuildDate.OfVersion(SdkVersion.Parse(text)), "test");
}
