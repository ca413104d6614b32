using Ferrite.TestKit;

namespace Ferrite.Packages.Tests;

/// <summary>Somebody's library on top of a package of ours, packed into the same feed.</summary>
internal static class PackedLibrary
{
    internal static void Pack(PackedPackage package, string name, string source, string reference)
    {
        using var directory = new TempDirectory();
        File.WriteAllText(directory.File($"{name}.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Version>{package.Version}</Version>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <RestoreAdditionalProjectSources>{package.Feed}</RestoreAdditionalProjectSources>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="{reference}" Version="{package.Version}" />
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(directory.File("Library.cs"), source);
        Tool.Run("dotnet", "pack", directory.Path, "-c", "Release", "--output", package.Feed, "-v", "quiet", "-nodeReuse:false");
    }
}
