using Ferrite.SdkFloor.Inference;
using Ferrite.SdkFloor.Tables;

namespace Ferrite.SdkFloor.Tests.Inference;

/// <summary>
/// Floors inferred of real analyzers and generators, as packed by those who wrote them. The evidence is what is in the packages: the lowest
/// <c>roslynX.Y</c> folder, or the compiler that the assemblies refer to; docs/sdk-floor.md lists it.
/// </summary>
public sealed class PackageFloorTests(RealPackages restored) : IClassFixture<RealPackages>
{
    public static TheoryData<string, string, string?, string?> Packages { get; } = new()
    {
        { "Meziantou.Analyzer", "3.0.320", "8.0.100", "analyzers/dotnet/roslyn4.8/cs/Meziantou.Analyzer.dll needs Roslyn 4.8" },
        { "Microsoft.CodeAnalysis.NetAnalyzers", "11.0.100", "9.0.300", "needs Roslyn 4.14" },
        { "System.Text.Json", "10.0.14", "5.0.400", "analyzers/dotnet/roslyn3.11/cs/System.Text.Json.SourceGeneration.dll needs Roslyn 3.11" },
        { "Microsoft.Extensions.Options", "10.0.14", "7.0.100", "analyzers/dotnet/roslyn4.4/cs/Microsoft.Extensions.Options.SourceGeneration.dll needs Roslyn 4.4" },
        { "Microsoft.Extensions.Logging.Abstractions", "10.0.14", "5.0.400", "analyzers/dotnet/roslyn3.11/cs/Microsoft.Extensions.Logging.Generators.dll needs Roslyn 3.11" },
        { "xunit.analyzers", "2.2.0", "8.0.400", "needs Roslyn 4.11" },
        { "Roslynator.Analyzers", "5.0.1", "5.0.100", "needs Roslyn 3.8" },
        { "StyleCop.Analyzers.Unstable", "1.2.0.556", null, null },
        { "StyleCop.Analyzers", "1.2.0-beta.556", null, null },
        { "Microsoft.NET.ILLink.Tasks", "10.0.12", "9.0.300", "needs Roslyn 4.14" },
        { "IDisposableAnalyzers", "4.0.8", "7.0.200", "needs Roslyn 4.5" },
        { "Microsoft.CodeAnalysis.Analyzers", "3.3.4", "3.0.100", "needs Roslyn 3.3" },
        { "SonarAnalyzer.CSharp", "10.32.0.713", null, null },
        { "AsyncFixer", "2.1.0", "8.0.100", "needs Roslyn 4.8" },
        { "Microsoft.CodeAnalysis.BannedApiAnalyzers", "5.6.0", "9.0.100", "needs Roslyn 4.12" },
        { "Newtonsoft.Json", "13.0.3", null, null },
        { "Spectre.Console", "0.49.1", "2.0.0", "its lowest target framework is netstandard2.0" },
    };

    [Theory]
    [MemberData(nameof(Packages))]
    public void The_floor_is_what_the_package_holds(string id, string version, string? floor, string? reason)
    {
        InferredFloor inferred = new PackageInference(SdkTables.Embedded)
            .Infer(new PackageFolder(Path.Combine(restored.Root, id.ToLowerInvariant(), version)));
        Assert.True($"{floor}".Equals($"{inferred.Version}", StringComparison.Ordinal), $"{inferred.Version}: {inferred.Reason}");
        Assert.Equal(reason is null, inferred.Reason is null);
        Assert.EndsWith(reason ?? "", inferred.Reason ?? "", StringComparison.Ordinal);
    }

    /// <summary>They have no floor because their compiler is that old, not because nothing was found in them.</summary>
    [Theory]
    [InlineData("StyleCop.Analyzers.Unstable", "1.2.0.556")]
    [InlineData("SonarAnalyzer.CSharp", "10.32.0.713")]
    public void Analyzers_for_the_first_compilers(string id, string version)
    {
        Version? roslyn = AnalyzerFolders.LowestRoslyn(new PackageFolder(Path.Combine(restored.Root, id.ToLowerInvariant(), version)), out string? evidence);
        Assert.NotNull(roslyn);
        Assert.NotNull(evidence);
        Assert.True(roslyn <= new Version(2, 0), roslyn.ToString());
    }
}
