using System.Diagnostics;
using Ferrite.TestKit;

namespace Ferrite.SdkFloor.Build.Tests.Kit;

/// <summary>
/// A folder outside of the repository with a feed of its own, in which Ferrite.SdkFloor is, packed as a release is. Nothing there comes from the network.
/// </summary>
internal sealed class Workshop : IDisposable
{
    private readonly TempDirectory _root = new();

    internal Workshop()
    {
        string packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        Write("feed/.keep", "");
        Write("nuget.config", $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{PathOf("packages")}" /></config>
              <packageSources><clear /><add key="feed" value="{PathOf("feed")}" /></packageSources>
              <fallbackPackageFolders><add key="all" value="{packages}" /></fallbackPackageFolders>
            </configuration>
            """);
        Write("global.json", """{ "sdk": { "version": "10.0.100", "rollForward": "latestFeature" } }""");
        Write("Directory.Build.props", """
            <Project>
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <NuGetAudit>false</NuGetAudit>
                <RestoreEnablePackagePruning>false</RestoreEnablePackagePruning>
                <NoWarn>$(NoWarn);NU5128;CS2008</NoWarn>
              </PropertyGroup>
            </Project>
            """);
        Run(Repository.Root, "pack", Repository.Path("src/Ferrite.SdkFloor.Build"), "-c", Repository.Configuration, "--no-build", "-o", PathOf("feed"))
            .AssertSucceeded();
    }

    internal string PathOf(string relative) => Path.Combine(_root.Path, relative);

    internal void Write(string relative, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(relative))!);
        File.WriteAllText(PathOf(relative), content);
    }

    /// <summary>A project: <c>folder/Name/Name.csproj</c>.</summary>
    /// <param name="path">Folder and name.</param>
    /// <param name="properties">As they stand in a PropertyGroup.</param>
    /// <param name="items">As they stand in an ItemGroup.</param>
    /// <param name="withFerrite">Whether it refers to Ferrite.SdkFloor.</param>
    internal void Project(string path, string properties, string items, bool withFerrite)
    {
        string reference = withFerrite ? """<PackageReference Include="Ferrite.SdkFloor" Version="0.1.0" PrivateAssets="all" />""" : "";
        Write($"{path}/{Path.GetFileName(path)}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>{properties}</PropertyGroup>
              <ItemGroup>{items}{reference}</ItemGroup>
            </Project>
            """);
    }

    /// <summary>A solution of all projects in a folder.</summary>
    internal string Solution(string folder)
    {
        IEnumerable<string> projects = Directory.EnumerateFiles(PathOf(folder), "*.csproj", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => $"""<Project Path="{Path.GetRelativePath(PathOf(folder), path)}" />""");
        Write($"{folder}/all.slnx", $"<Solution>{string.Concat(projects)}</Solution>");
        return PathOf($"{folder}/all.slnx");
    }

    internal BuildOutcome Run(string command, params string[] arguments) => Run(_root.Path, command, arguments);

    internal static BuildOutcome Run(string folder, string command, params string[] arguments)
    {
        string[] quiet = command is "run" ? [] : ["-nologo", "-nodeReuse:false", "-tl:off", "-clp:NoSummary"];
        var start = new ProcessStartInfo("dotnet", [command, .. arguments, .. quiet])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        output += errors.GetAwaiter().GetResult();
        process.WaitForExit();
        return new BuildOutcome(process.ExitCode, output);
    }

    public void Dispose() => _root.Dispose();
}
