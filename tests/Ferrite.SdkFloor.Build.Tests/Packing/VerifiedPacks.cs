using Ferrite.SdkFloor.Build.Tests.Kit;
using Ferrite.SdkFloor.Build.Tests.Travel;

namespace Ferrite.SdkFloor.Build.Tests.Packing;

/// <summary>Projects that are packed by an SDK that says it is 10.0.401, all by one command.</summary>
public sealed class VerifiedPacks
{
    private const string Analyzer = "meziantou.analyzer/3.0.320/analyzers/dotnet/roslyn4.8/cs/Meziantou.Analyzer.dll";

    private readonly Lazy<BuildOutcome> _outcome;
    private readonly Workshop _shop;

    public VerifiedPacks(BuiltConsumers consumers)
    {
        _shop = consumers.Shop;
        _outcome = new Lazy<BuildOutcome>(Pack);
    }

    internal BuildOutcome Outcome => _outcome.Value;

    internal bool IsPacked(string project) => Outcome is not null && File.Exists(_shop.PathOf($"feed/{project}.1.0.0.nupkg"));

    /// <summary>Folders beside a project's file.</summary>
    internal string[] FoldersOf(string project) => Outcome is null ? [] : Directory.GetDirectories(_shop.PathOf($"packs/{project}"));

    private BuildOutcome Pack()
    {
        Project("SameBand", "<MinimumSdkVersion>10.0.400</MinimumSdkVersion>");
        Project("OtherBand", "<MinimumSdkVersion>10.0.300</MinimumSdkVersion>");
        Project("OtherBandUnverified", "<MinimumSdkVersion>10.0.300</MinimumSdkVersion><NoVerifyFloor>true</NoVerifyFloor>");
        Project("OtherBandUnchecked", "<MinimumSdkVersion>10.0.300</MinimumSdkVersion><NoSdkFloorCheck>true</NoSdkFloorCheck>");
        Project("Exact", "<MinimumSdkVersion>10.0.401</MinimumSdkVersion><VerifyFloor>exact</VerifyFloor>");
        Project("AlmostExact", "<MinimumSdkVersion>10.0.400</MinimumSdkVersion><VerifyFloor>exact</VerifyFloor>");
        Project("Missing", "<RequireSdkFloor>true</RequireSdkFloor>");
        Project("Several", "<RequireSdkFloor>true</RequireSdkFloor><MinimumSdkVersion>10.0.300</MinimumSdkVersion><TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks><TargetFramework></TargetFramework>");
        Project("SeveralMissing", "<RequireSdkFloor>true</RequireSdkFloor><TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks><TargetFramework></TargetFramework>");
        string analyzer = $"""<None Include="{_shop.SharedPackages}/{Analyzer}" Pack="true" PackagePath="analyzers/dotnet/cs" />""";
        const string Standard = "<TargetFramework>netstandard2.0</TargetFramework><NoVerifyFloor>true</NoVerifyFloor>";
        Project("AnalyzerTooLow", Standard + "<MinimumSdkVersion>7.0.100</MinimumSdkVersion>", analyzer);
        Project("AnalyzerAbove", Standard + "<MinimumSdkVersion>8.0.100</MinimumSdkVersion>", analyzer);
        Project("ByNuspec", "<MinimumSdkVersion>10.0.400</MinimumSdkVersion><NuspecFile>own.nuspec</NuspecFile>");
        _shop.Write("packs/ByNuspec/own.nuspec", """
            <package><metadata><id>ByNuspec</id><version>1.0.0</version><authors>a</authors><description>d</description></metadata></package>
            """);
        Project("Artifacts", "<MinimumSdkVersion>10.0.400</MinimumSdkVersion>");
        _shop.Write("packs/Artifacts/Directory.Build.props", $"""
            <Project>
              <Import Project="{_shop.PathOf("Directory.Build.props")}" />
              <PropertyGroup><UseArtifactsOutput>true</UseArtifactsOutput><ArtifactsPath>{_shop.PathOf("artifacts")}</ArtifactsPath></PropertyGroup>
            </Project>
            """);
        return _shop.PackAll("packs");
    }

    private void Project(string name, string properties, string items = "") => _shop.Project(
        $"packs/{name}",
        $"<Version>1.0.0</Version><IncludeBuildOutput>false</IncludeBuildOutput>{BuiltConsumers.New}{properties}",
        items, withFerrite: true);
}
