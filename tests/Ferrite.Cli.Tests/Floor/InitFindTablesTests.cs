using System.Text.Json;
using Ferrite.Cli.Tests.Kit;
using Ferrite.SdkFloor.Sdks;

namespace Ferrite.Cli.Tests.Floor;

/// <summary>ferrite floor init, find and tables.</summary>
public sealed class InitFindTablesTests : IDisposable
{
    private readonly FloorWorkspace _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public void Init_declares_the_running_SDK_once()
    {
        _work.Project();
        string running = SdkInstallation.All[^1].Version.ToString();
        Assert.Contains(running, _work.Run("init", "App", "--dry-run").AssertSucceeded().Output, StringComparison.Ordinal);
        Assert.DoesNotContain("MinimumSdkVersion", _work.Read("App/App.csproj"), StringComparison.Ordinal);

        _work.Run("init", "App").AssertSucceeded();
        Assert.Contains($"<MinimumSdkVersion>{running}</MinimumSdkVersion>", _work.Read("App/App.csproj"), StringComparison.Ordinal);
        Assert.Contains($"declares {running} already", _work.Refused("init", "App"), StringComparison.Ordinal);
        _work.Run("init", "App", "--force", "--sdk", "10").AssertSucceeded();
        Assert.Contains("<MinimumSdkVersion>10.0.100</MinimumSdkVersion>", _work.Read("App/App.csproj"), StringComparison.Ordinal);
        _work.Restore();
        Assert.Equal("0", _work.Check("App"));
    }

    [Fact]
    public void Init_for_all_projects_and_what_it_refuses()
    {
        _work.Run("init", "Directory.Build.props", "--sdk", "daily: >=2026-03-01").AssertSucceeded();
        Assert.Contains("<MinimumSdkVersion>daily: &gt;=2026-03-01</MinimumSdkVersion>", _work.Read("Directory.Build.props"), StringComparison.Ordinal);
        _work.Run("init", "New.props", "--sdk", "stable").AssertSucceeded();
        Assert.Contains("<MinimumSdkVersion>stable</MinimumSdkVersion>", _work.Read("New.props"), StringComparison.Ordinal);
        Assert.Contains("has range operators", _work.Refused("init", "Other.props", "--sdk", "[10.0.100,)"), StringComparison.Ordinal);
        Assert.Contains("above the newest stable SDK known", _work.Refused("init", "Other.props", "--sdk", "99.0.100"), StringComparison.Ordinal);
        Assert.False(File.Exists(_work.PathOf("Other.props")));
    }

    [Fact]
    public void Init_on_a_preview_declares_what_the_rules_allow()
    {
        _work.Project();
        _work.Restore();
        _work.Run([("FerriteSdkVersion", "99.0.100-preview.3.25201.16")], "init", "App").AssertSucceeded();
        Assert.Contains("<MinimumSdkVersion>preview</MinimumSdkVersion>", _work.Read("App/App.csproj"), StringComparison.Ordinal);
        Assert.Equal("0", _work.Check("App", "--sdk", "99.0.100-preview.3.25201.16"));
    }

    [Fact]
    public void Find_names_all_that_demands_a_floor()
    {
        _work.Add(new TestPackage("A", "1.0.0") { Floor = "10.0.300" }, new TestPackage("B", "1.0.0") { Framework = "net10.0", Dependencies = ["A"] });
        _work.Project("""<PackageReference Include="B" Version="1.0.0" />""", "<LangVersion>14.0</LangVersion>", "net10.0");
        _work.Restore();

        string output = _work.Run("find", "App").AssertSucceeded().Output;
        foreach (string line in (string[])["App.csproj  10.0.300", "  10.0.300     A 1.0.0 declares it", "  10.0.100     it targets net10.0", "  10.0.100     its language is C# 14.0", "  10.0.100     B 1.0.0: its lowest target framework is net10.0"])
        {
            Assert.Contains(line, output, StringComparison.Ordinal);
        }

        using JsonDocument json = JsonDocument.Parse(_work.Run("find", "App", "--json").AssertSucceeded().Output);
        Assert.Equal("10.0.300", json.RootElement.GetProperty("projects")[0].GetProperty("floor").GetString());
    }

    /// <summary>Two SDKs: the one here, and the same under an older number, in which the project refuses to build.</summary>
    [Fact]
    public void Find_builds_with_each_SDK_from_below()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        InstalledSdk here = SdkInstallation.All[^1];
        string root = _work.PathOf("dotnet");
        Directory.CreateDirectory(Path.Combine(root, "sdk"));
        foreach (string folder in Directory.EnumerateDirectories(SdkInstallation.Root).Where(static folder => Path.GetFileName(folder) is not "sdk"))
        {
            Directory.CreateSymbolicLink(Path.Combine(root, Path.GetFileName(folder)), folder);
        }

        File.Copy(SdkInstallation.Host, Path.Combine(root, "dotnet"));
        Directory.CreateSymbolicLink(Path.Combine(root, "sdk", here.Version.ToString()), here.Directory);
        Directory.CreateSymbolicLink(Path.Combine(root, "sdk", "10.0.199"), here.Directory);
        Directory.CreateSymbolicLink(Path.Combine(root, "sdk", "9.0.100"), here.Directory);
        // Both are the same SDK in truth, so the project looks which one was asked for.
        _work.Write("Directory.Build.targets", """
            <Project><Target Name="Old" BeforeTargets="BeforeBuild">
              <Error Text="too old for me" Condition="$([System.IO.File]::ReadAllText('$(MSBuildStartupDirectory)/global.json').Contains('10.0.199'))" />
            </Target></Project>
            """);
        _work.Write("App/App.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""");
        _work.Restore();

        ToolOutcome outcome = _work.Run([("DOTNET_HOST_PATH", Path.Combine(root, "dotnet")), ("DOTNET_ROOT", root)], "find", "App", "--build");
        Assert.Contains("not with 10.0.199: ", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("too old for me", outcome.Output, StringComparison.Ordinal);
        Assert.Contains($"built with {here.Version}", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("9.0.100", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(0, outcome.ExitCode);
    }

    [Fact]
    public void Tables_are_shown_and_renewed()
    {
        Assert.Contains("9.0.300    4.14", _work.Run("tables").AssertSucceeded().Output, StringComparison.Ordinal);
        _work.Write("index.json", """{ "releases-index": [ { "channel-version": "99.0", "latest-sdk": "99.0.100", "latest-release-date": "2099-11-10" } ] }""");
        Assert.Contains("Newest stable: 99.0.100", _work.Run("tables", "--from", "index.json").AssertSucceeded().Output, StringComparison.Ordinal);

        // Whoever renewed them may declare what is new.
        _work.Run("init", "New.props", "--sdk", "99.0.100").AssertSucceeded();
        _work.Run("tables", "--from", "index.json", "--output", "copy.json").AssertSucceeded();
        Assert.Equal(_work.Read("tables.json"), _work.Read("copy.json"));
        using JsonDocument json = JsonDocument.Parse(_work.Run("tables", "--json").AssertSucceeded().Output);
        Assert.Equal("ferrite.sdk-tables", json.RootElement.GetProperty("schema").GetString());
    }

    [Theory]
    [InlineData("init", "--force")]
    [InlineData("check", "--sdk")]
    [InlineData("find", "--build")]
    [InlineData("add", "--prerelease")]
    [InlineData("update", "--dry-run")]
    [InlineData("tables", "--from")]
    public void Each_command_has_help_with_examples(string command, string option)
    {
        string help = _work.Run(command, "--help").AssertSucceeded().Output;
        Assert.Contains(option, help, StringComparison.Ordinal);
        Assert.Contains($"  ferrite floor {command}", help, StringComparison.Ordinal);
        Assert.Contains("--json", help, StringComparison.Ordinal);
        Assert.Equal(2, _work.Run(command, "--bogus").ExitCode);
    }
}
