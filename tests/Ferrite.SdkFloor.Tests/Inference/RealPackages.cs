using System.Diagnostics;
using Ferrite.SdkFloor.Sdks;
using Ferrite.TestKit;

namespace Ferrite.SdkFloor.Tests.Inference;

/// <summary>Packages from the registry, restored once a run into the folder where restore keeps them.</summary>
public sealed class RealPackages : IDisposable
{
    private readonly TempDirectory _folder = new();

    public RealPackages()
    {
        IEnumerable<string> items = PackageFloorTests.Packages.Select(static row => $"""<PackageDownload Include="{row[0]}" Version="[{row[1]}]" />""");
        File.WriteAllText(Path.Combine(_folder.Path, "packages.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup>{string.Concat(items)}</ItemGroup>
            </Project>
            """);
        using Process process = Process.Start(new ProcessStartInfo(SdkInstallation.Host, ["restore", "-v:q", "-nologo"])
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output);
        Root = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } own ? own
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
    }

    internal string Root { get; }

    public void Dispose() => _folder.Dispose();
}
