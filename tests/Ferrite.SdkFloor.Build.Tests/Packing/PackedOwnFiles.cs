using Ferrite.SdkFloor.Build.Tests.Kit;
using Ferrite.SdkFloor.Build.Tests.Travel;

namespace Ferrite.SdkFloor.Build.Tests.Packing;

/// <summary>Packages with build files of their own: version 1.0.0 without a floor, 2.0.0 with one; and consumers that say what they imported and what ran.</summary>
public sealed class PackedOwnFiles
{
    /// <summary>Names, and where their files are: a folder for each of .props and .targets, several folders between bars.</summary>
    internal static readonly (string Id, string Props, string Targets)[] All =
    [
        ("Own.None", "", ""),
        ("Own.BuildBoth", "build", "build"),
        ("Own.BuildProps", "build", ""),
        ("Own.BuildTargets", "", "build"),
        ("Own.TransitiveBoth", "buildTransitive", "buildTransitive"),
        ("Own.TransitiveProps", "buildTransitive", ""),
        ("Own.TransitiveTargets", "", "buildTransitive"),
        ("Own.All", "build;buildTransitive", "build;buildTransitive"),
        ("Own.Mixed", "buildTransitive", "build"),
        ("Own.MixedOther", "build", "buildTransitive"),
        ("Own.Framework", "build/net10.0", "build/net10.0"),
        ("own.casing", "Build", "buildtransitive"),
    ];

    private readonly Lazy<BuildOutcome> _outcome;
    private readonly Workshop _shop;

    public PackedOwnFiles(BuiltConsumers consumers)
    {
        _shop = consumers.Shop;
        _outcome = new Lazy<BuildOutcome>(Build);
    }

    internal BuildOutcome Outcome => _outcome.Value;

    /// <summary>What a consumer imported and ran of the packages' own files.</summary>
    internal string[] SeenBy(string consumer) => [.. Outcome.Lines
        .Where(line => line.StartsWith(consumer + " ", StringComparison.Ordinal))
        .Select(line => line[(consumer.Length + 1)..])
        .Where(static line => line.StartsWith("imported ", StringComparison.Ordinal) || line.StartsWith("ran ", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)];

    private BuildOutcome Build()
    {
        foreach ((string id, string props, string targets) in All)
        {
            Package("plain", id, props, targets, "1.0.0", floor: "");
            Package("floored", id, props, targets, "2.0.0", "<MinimumSdkVersion>10.0.300</MinimumSdkVersion><NoVerifyFloor>true</NoVerifyFloor>");
        }

        foreach ((string kind, string version) in new[] { ("plain", "1.0.0"), ("floored", "2.0.0") })
        {
            string references = string.Concat(All.Select(static own => $"""<ProjectReference Include="../{own.Id}/{own.Id}.csproj" />"""));
            _shop.Project($"own/{kind}/Own.Top", Common("Own.Top", version), references, withFerrite: false);
        }

        _shop.PackAll("own").AssertSucceeded();
        Consumers("Plain", "1.0.0", "");
        Consumers("Floored", "2.0.0", "");
        Consumers("Old", "2.0.0", BuiltConsumers.Old);
        return _shop.Run("build", _shop.Solution("ownconsumers"));
    }

    private void Package(string kind, string id, string props, string targets, string version, string floor)
    {
        string items = """<None Include="$(MSBuildProjectFile)" Pack="true" PackagePath="docs" />""";
        foreach ((string extension, string folders) in new[] { (".props", props), (".targets", targets) })
        {
            // What the file sees of itself: the folder it is in, and its name.
            _shop.Write($"own/{kind}/{id}/{id}{extension}", """
                <Project>
                  <PropertyGroup>
                    <OwnFiles>$(OwnFiles)$([System.IO.Path]::GetFileName('$(MSBuildThisFileDirectory.TrimEnd(`/`))'))/$(MSBuildThisFile);</OwnFiles>
                  </PropertyGroup>
                  <Target Name="Run_$NAME" BeforeTargets="Show"><Message Importance="high" Text="$(MSBuildProjectName) ran $(MSBuildThisFile)" /></Target>
                </Project>
                """.Replace("$NAME", (id + extension).Replace('.', '_'), StringComparison.Ordinal));
            items += folders.Length == 0 ? "" : $"""<None Include="{id}{extension}" Pack="true" PackagePath="{folders}" />""";
        }

        _shop.Project($"own/{kind}/{id}", Common(id, version) + floor, items, withFerrite: floor.Length > 0);
    }

    private static string Common(string id, string version) =>
        $"<PackageId>{id}</PackageId><Version>{version}</Version><IncludeBuildOutput>false</IncludeBuildOutput>";

    private void Consumers(string name, string version, string properties)
    {
        string direct = string.Concat(All.Select(own => $"""<PackageReference Include="{own.Id}" Version="{version}" />"""));
        Consumer(name + "Direct", properties, direct);
        Consumer(name + "Transitive", properties, $"""<PackageReference Include="Own.Top" Version="{version}" />""");
    }

    private void Consumer(string name, string properties, string references)
    {
        _shop.Project($"ownconsumers/{name}", properties, references, withFerrite: false);
        _shop.Write($"ownconsumers/{name}/Directory.Build.targets", """
            <Project>
              <Target Name="Show" AfterTargets="Build"><Message Importance="high" Text="$(MSBuildProjectName) imported %(OwnFile.Identity)" /></Target>
              <ItemGroup><OwnFile Include="$(OwnFiles)" /></ItemGroup>
            </Project>
            """);
        _shop.Write($"ownconsumers/{name}/Directory.Build.props", """
            <Project><Import Project="../../Directory.Build.props" /></Project>
            """);
    }
}
