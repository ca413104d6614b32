using System.Diagnostics;
using System.Text.Json;
using Ferrite.Cli.Tests.Kit;
using Ferrite.TestKit;

namespace Ferrite.Cli.Tests.Floor;

/// <summary>A directory with projects and a feed of its own, where the tool is run as a user would.</summary>
internal sealed class FloorWorkspace : IDisposable
{
    private readonly TempDirectory _folder = new();
    private readonly Dictionary<string, string> _environment = new(StringComparer.Ordinal);

    internal FloorWorkspace()
    {
        Directory.CreateDirectory(Feed);
        _environment["FERRITE_CACHE_HOME"] = PathOf("cache");
        _environment["FERRITE_SDK_TABLES"] = PathOf("tables.json");
        _environment["NUGET_PACKAGES"] = PathOf("packages");
        Write("nuget.config", """<configuration><packageSources><clear /><add key="test" value="feed" /></packageSources></configuration>""");
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Build.targets", "<Project />");
    }

    internal string Root => _folder.Path;

    private string Feed => PathOf("feed");

    internal string PathOf(string name) => Path.Combine(Root, name);

    internal string Read(string name) => File.ReadAllText(PathOf(name));

    internal void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), text);
    }

    internal void Add(params TestPackage[] packages)
    {
        foreach (TestPackage package in packages)
        {
            File.WriteAllBytes(Path.Combine(Feed, $"{package.Id}.{package.Version}.nupkg"), package.Write());
        }
    }

    /// <summary>A project at App/App.csproj, or elsewhere.</summary>
    internal void Project(string items = "", string properties = "", string framework = "net8.0", string name = "App") => Write($"{name}/{name}.csproj", $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <{(framework.Contains(';', StringComparison.Ordinal) ? "TargetFrameworks" : "TargetFramework")}>{framework}</{(framework.Contains(';', StringComparison.Ordinal) ? "TargetFrameworks" : "TargetFramework")}>
            <DisableImplicitFrameworkReferences>true</DisableImplicitFrameworkReferences>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            {items}
          </ItemGroup>
        </Project>
        """);

    internal void Restore(string project = "App")
    {
        var start = new ProcessStartInfo(FerriteTool.Command[0], ["restore", "-v:q", "-nologo", "-p:NuGetAudit=false", project])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        foreach ((string name, string value) in _environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output);
    }

    internal ToolOutcome Run(params string[] arguments) => Run([], arguments);

    internal ToolOutcome Run((string Name, string Value)[] environment, params string[] arguments)
    {
        var all = new Dictionary<string, string>(_environment, StringComparer.Ordinal);
        foreach ((string name, string value) in environment)
        {
            all[name] = value;
        }

        ToolOutcome outcome = FerriteTool.Run(new ToolOptions { Directory = Root, Environment = all }, ["floor", .. arguments]);
        Assert.DoesNotContain("   at ", outcome.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled", outcome.Errors, StringComparison.Ordinal);
        return outcome;
    }

    /// <summary>The exit code and the findings of a check, by its JSON: code, package, floor, severity.</summary>
    internal string Check(params string[] arguments)
    {
        ToolOutcome outcome = Run(["check", .. arguments, "--json", "--offline"]);
        Assert.True(outcome.ExitCode is 0 or 1, outcome.Errors);
        using JsonDocument document = JsonDocument.Parse(outcome.Output);
        Assert.Equal("ferrite.floor.check", document.RootElement.GetProperty("schema").GetString());
        return string.Join("; ", document.RootElement.GetProperty("findings").EnumerateArray().Select(static finding =>
            $"{finding.GetProperty("code").GetString()} {finding.GetProperty("package").GetString()} {finding.GetProperty("floor").GetString()} {finding.GetProperty("severity").GetString()}").Prepend($"{outcome.ExitCode}"));
    }

    /// <summary>A wrong input: a sentence, and 2.</summary>
    internal string Refused(params string[] arguments)
    {
        ToolOutcome outcome = Run(arguments);
        Assert.True(outcome.ExitCode == 2, $"{outcome.ExitCode}\n{outcome.Output}\n{outcome.Errors}");
        Assert.Empty(outcome.Output);
        Assert.StartsWith("ferrite: ", outcome.Errors, StringComparison.Ordinal);
        return outcome.Errors;
    }

    public void Dispose() => _folder.Dispose();
}
