using Ferrite.TestKit;

namespace Ferrite.Packages.Tests;

/// <summary>A console project of somebody who found the package: nothing of this repository but the feed.</summary>
internal sealed class Consumer : IDisposable
{
    private readonly TempDirectory _directory = new();

    internal Consumer(PackedPackage package, string program, string name = "Ferrite.Mapping")
    {
        File.WriteAllText(_directory.File("Consumer.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <AllowUnsafeBlocks>true</AllowUnsafeBlocks>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <RestoreAdditionalProjectSources>{package.Feed}</RestoreAdditionalProjectSources>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="{name}" Version="{package.Version}" />
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(_directory.File("Program.cs"), program);
    }

    internal string Folder => _directory.Path;

    /// <summary>Builds and runs it; what it printed.</summary>
    internal string Run()
    {
        Tool.Run("dotnet", "build", _directory.Path, "-c", "Release", "--output", _directory.File("out"), "-v", "quiet", "-nodeReuse:false");
        return Tool.Run("dotnet", _directory.File("out/Consumer.dll"), _directory.Path);
    }

    /// <summary>Publishes it trimmed, for this machine, and runs that; what it printed.</summary>
    internal string RunTrimmed()
    {
        Tool.Run(
            "dotnet", "publish", _directory.Path, "-c", "Release", "--use-current-runtime", "--self-contained", "-p:PublishTrimmed=true",
            "--output", _directory.File("trimmed"), "-v", "quiet", "-nodeReuse:false");
        return Tool.Run(_directory.File("trimmed/Consumer"), _directory.Path);
    }

    public void Dispose() => _directory.Dispose();
}
