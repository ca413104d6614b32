using Ferrite.SdkFloor.Build.Tests.Kit;
using Ferrite.SdkFloor.Values;
using Ferrite.TestKit;
using Ferrite.TestKit.Laws;

namespace Ferrite.SdkFloor.Build.Tests.Travel;

/// <summary>Plain MSBuild makes of a running SDK's version the key that pack makes of a floor's, and compares them as the versions compare.</summary>
public sealed class KeyTests
{
    private static readonly string[] Versions =
    [
        "1.0.0", "1.1.14", "2.0.0", "2.1.300", "2.1.816", "3.1.426", "5.0.100-alpha.1.20073.10", "5.0.100-preview.1.20155.7", "5.0.100-rc.2.20479.15", "5.0.100",
        "8.0.100", "9.0.100-preview.7.24407.12", "9.0.300", "10.0.100-dev", "10.0.100-alpha.1.25063.1", "10.0.100-beta.2", "10.0.100-preview",
        "10.0.100-preview.1", "10.0.100-preview.1.25120.13", "10.0.100-preview.2.25164.34", "10.0.100-preview.10.25164.34", "10.0.100-rc.1.25451.107",
        "10.0.100-rc.2.25502.107", "10.0.100-rtm.25520.1", "10.0.100-servicing.25520.1", "10.0.100", "10.0.100+build", "10.0.101",
        "10.0.200-preview.0.26101.1", "10.0.401", "10.1.100", "11.0.100-preview.3.26152.5", "11.0.100", "65534.0.100",
    ];

    [Fact]
    public void Keys_agree_and_order_as_versions_do()
    {
        using var folder = new TempDirectory();
        File.WriteAllText(folder.File("keys.proj"), $"""
            <Project>
              <Import Project="{Repository.PathOf("src/Ferrite.SdkFloor.Build/travel/FerriteSdkFloorCheckV1.targets")}" />
              <ItemGroup><Sdk Include="{string.Join(';', Versions)}" /></ItemGroup>
              <Target Name="All"><MSBuild Projects="$(MSBuildProjectFullPath)" Targets="One" Properties="FerriteSdkVersion=%(Sdk.Identity)" /></Target>
              <Target Name="One" DependsOnTargets="FerriteSdkFloorReadSdkV1"><Message Importance="high" Text="key $(FerriteSdkVersion) $(FerriteSdkKey)" /></Target>
            </Project>
            """);
        string[] keys = [.. Workshop.RunIn(folder.Path, "msbuild", "keys.proj", "-t:All").AssertSucceeded().Lines.Where(static line => line.StartsWith("key ", StringComparison.Ordinal))];

        Assert.Equal(Versions.Select(static text => $"key {text} {SdkKey.Of(SdkVersion.Parse(text))}"), keys.Select(Normalized));
        Assert.All(Versions, static left => Assert.All(Versions, right => Assert.Equal(
            Math.Sign(KeyOf(left).CompareTo(KeyOf(right))) is 0 ? 0 : Math.Sign(SdkVersion.Parse(left).CompareTo(SdkVersion.Parse(right))),
            Math.Sign(KeyOf(left).CompareTo(KeyOf(right))))));
    }

    private static Version KeyOf(string text) => SdkKey.Of(SdkVersion.Parse(text));

    /// <summary>MSBuild's key keeps the zeros that a number loses.</summary>
    private static string Normalized(string line)
    {
        string[] parts = line.Split(' ');
        return $"key {parts[1]} {Version.Parse(parts[2])}";
    }
}
