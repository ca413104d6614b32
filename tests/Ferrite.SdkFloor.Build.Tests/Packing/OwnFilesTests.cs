using Ferrite.SdkFloor.Build.Tests.Travel;

namespace Ferrite.SdkFloor.Build.Tests.Packing;

/// <summary>A package's own build files go on to do what they did before the package had a floor.</summary>
[Collection(nameof(BuiltConsumers))]
public sealed class OwnFilesTests(PackedOwnFiles packed) : IClassFixture<PackedOwnFiles>
{
    [Fact]
    public void Who_references_the_packages_imports_and_runs_the_same_files()
    {
        string[] before = packed.SeenBy("PlainDirect");
        Assert.Contains("imported build/Own.BuildBoth.props", before);
        Assert.Contains("ran Own.BuildBoth.targets", before);
        Assert.Contains("imported net10.0/Own.Framework.targets", before);
        Assert.Contains("ran own.casing.props", before);
        Assert.Equal(before, packed.SeenBy("FlooredDirect"));
    }

    [Fact]
    public void Who_gets_the_packages_from_others_imports_and_runs_the_same_files()
    {
        string[] before = packed.SeenBy("PlainTransitive");
        Assert.Contains("imported buildTransitive/Own.All.props", before);
        Assert.Contains("ran own.casing.targets", before);
        Assert.DoesNotContain("ran Own.BuildBoth.targets", before);
        Assert.Equal(before, packed.SeenBy("FlooredTransitive"));
    }

    [Theory]
    [InlineData("OldDirect")]
    [InlineData("OldTransitive")]
    public void The_floors_of_all_are_told(string consumer)
    {
        string[] errors = packed.Outcome.ErrorsOf(consumer);
        Assert.All(PackedOwnFiles.All, own =>
            Assert.Single(errors, error => error.StartsWith($"error FLOOR001: {own.Id} 2.0.0 needs .NET SDK 10.0.300 or later", StringComparison.Ordinal)));
        Assert.Equal(PackedOwnFiles.All.Length + 1, errors.Length);
    }

    [Theory]
    [InlineData("PlainDirect")]
    [InlineData("PlainTransitive")]
    [InlineData("FlooredDirect")]
    [InlineData("FlooredTransitive")]
    public void Builds(string consumer) => Assert.Empty(packed.Outcome.ErrorsOf(consumer));
}
