using System.Diagnostics;
using Ferrite.TestKit;
using Ferrite.TestKit.Laws;

namespace Ferrite.SdkFloor.Build.Tests.Kit;

/// <summary>
/// A folder outside of the repository with a feed of its own, in which Ferrite.SdkFloor is, packed as a release is. Nothing there comes from the network.
/// </summary>
internal sealed class Workshop : IDisposable
{
    private readonly TempDirectory _root = new();

    internal Workshop()
    {
        Write("feed/.keep", "");
        Write("nuget.config", $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{PathOf("packages")}" /></config>
              <packageSources><clear /><add key="feed" value="{PathOf("feed")}" /></packageSources>
              <fallbackPackageFolders><add key="all" value="{SharedPackages}" /></fallbackPackageFolders>
            </configuration>
            """);
        Write("global.json", """{ "sdk": { "version": "10.0.100", "rollForward": "latestFeature" } }""");
        Write("Directory.Build.props", """
            <Project>
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <NuGetAudit>false</NuGetAudit>
                <RestoreEnablePackagePruning>false</RestoreEnablePackagePruning>
              </PropertyGroup>
            </Project>
            """);
        RunIn(Repository.Root, "pack", Repository.PathOf("src/Ferrite.SdkFloor.Build"), "-c", Configuration, "--no-build", "-o", PathOf("feed"))
            .AssertSucceeded();
    }

    /// <summary>What this repository was restored from: the source of packages of others.</summary>
    internal string SharedPackages { get; } = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>Release or Debug, as this test was built.</summary>
    internal static string Configuration { get; } = Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd('/')))!;

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
        // Names are to be unique in a folder of the solution: projects two folders deep are in one of their own.
        IEnumerable<string> projects = Directory.EnumerateFiles(PathOf(folder), "*.csproj", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(PathOf(folder), path))
            .GroupBy(static path => path.Split(Path.DirectorySeparatorChar) is { Length: > 2 } parts ? parts[0] : "projects", StringComparer.Ordinal)
            .Select(static group => $"""<Folder Name="/{group.Key}/">{string.Concat(group.Order(StringComparer.Ordinal).Select(static path => $"""<Project Path="{path}" />"""))}</Folder>""");
        Write($"{folder}/all.slnx", $"<Solution>{string.Concat(projects)}</Solution>");
        return PathOf($"{folder}/all.slnx");
    }

    internal BuildOutcome Run(string command, params string[] arguments) => Start(_root.Path, command, arguments, null);

    /// <summary>With a variable of the environment.</summary>
    internal BuildOutcome RunWith(string variable, string value, string command, params string[] arguments) =>
        Start(_root.Path, command, arguments, (variable, value));

    /// <summary>Packs all projects in a folder into the feed, without building them: they have nothing to build.</summary>
    internal BuildOutcome PackAll(string folder) =>
        Run("build", Solution(folder), "-t:Pack", "-p:NoBuild=true", $"-p:PackageOutputPath={PathOf("feed")}");

    internal static BuildOutcome RunIn(string folder, string command, params string[] arguments) => Start(folder, command, arguments, null);

    private static BuildOutcome Start(string folder, string command, string[] arguments, (string Name, string Value)? variable)
    {
        string[] quiet = command is "run" or "test" or "clean" ? [] : ["-nologo", "-nodeReuse:false", "-tl:off", "-clp:NoSummary"];
        var start = new ProcessStartInfo("dotnet", [command, .. arguments, .. quiet])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        if (variable is { } one)
        {
            start.Environment[one.Name] = one.Value;
        }

        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        output += errors.GetAwaiter().GetResult();
        process.WaitForExit();
        return new BuildOutcome(process.ExitCode, output);
    }

    public void Dispose() => _root.Dispose();
}
