using Ferrite.Cli.Tests.Kit;

namespace Ferrite.Cli.Tests.Floor;

/// <summary>ferrite floor check over restored projects.</summary>
public sealed class FloorCheckTests : IDisposable
{
    private readonly FloorWorkspace _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public void Five_offenders_at_once_with_who_brought_them_in_and_what_would_do()
    {
        _work.Add(
            new TestPackage("A", "1.0.0") { Floor = "10.0.300" }, new TestPackage("A", "0.9.0") { Floor = "9.0.100" },
            new TestPackage("B", "1.0.0") { Floor = "10.0.400" },
            new TestPackage("C", "1.0.0") { Dependencies = ["D"] },
            new TestPackage("D", "1.0.0") { Floor = "10.0.300", Dependencies = ["E"] },
            new TestPackage("E", "1.0.0") { Floor = "10.0.400" },
            new TestPackage("F", "1.0.0") { Floor = "stable" },
            new TestPackage("Fine", "1.0.0") { Floor = "8.0.100" });
        _work.Project(Reference("A", "B", "C", "F", "Fine"));
        _work.Restore();

        ToolOutcome outcome = _work.Run("check", "App", "--sdk", "10.0.100");

        Assert.Equal(1, outcome.ExitCode);
        foreach (string line in (string[])[
            "SDK 10.0.100 (--sdk)", "A 1.0.0 needs SDK 10.0.300; this is 10.0.100.", "B 1.0.0 needs SDK 10.0.400;", "D 1.0.0 needs SDK 10.0.300;",
            "E 1.0.0 needs SDK 10.0.400;", "F 1.0.0 needs SDK stable (10.0.", "brought in by App → C 1.0.0  (net8.0)", "A 0.9.0 would do.",
            "B: no version fits SDK 10.0.100. 1.0.0 needs SDK 10.0.400. The nearest is 1.0.0, which needs SDK 10.0.400.", "5 errors, 0 warnings"])
        {
            Assert.Contains(line, outcome.Output.Replace("->", "→", StringComparison.Ordinal), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Fine", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(0, _work.Run("check", "App", "--sdk", "10.0.401").ExitCode);
        // Nothing is asked of feeds where nobody wants to know, and JSON says the same.
        Assert.Equal("1; FLOOR001 A 10.0.300 error; FLOOR001 B 10.0.400 error; FLOOR001 D 10.0.300 error; FLOOR001 E 10.0.400 error; FLOOR001 F stable error",
            _work.Check("App", "--sdk", "10.0.100"));
    }

    [Fact]
    public void Other_frameworks_and_excluded_assets_do_not_count()
    {
        _work.Add(new TestPackage("A", "1.0.0") { Floor = "10.0.300" }, new TestPackage("B", "1.0.0") { Floor = "10.0.300" },
            new TestPackage("C", "1.0.0") { Dependencies = ["D"] }, new TestPackage("D", "1.0.0") { Floor = "10.0.300" });
        _work.Project($"""
            <PackageReference Include="A" Version="1.0.0" Condition="'$(TargetFramework)' == 'net9.0'" />
            <PackageReference Include="B" Version="1.0.0" ExcludeAssets="all" />
            <PackageReference Include="C" Version="1.0.0" ExcludeAssets="all" />
            """, framework: "net10.0;net9.0");
        _work.Restore();

        Assert.Equal("1; FLOOR001 A 10.0.300 error", _work.Check("App", "--sdk", "10.0.100"));
        Assert.Equal("0", _work.Check("App", "--sdk", "10.0.100", "-f", "net10.0"));
        Assert.Contains("was not restored for net8.0", _work.Refused("check", "App", "-f", "net8.0"), StringComparison.Ordinal);
    }

    /// <summary>The SDK loads analyzers of transitive packages although the dependency excludes them; of direct references the exclusion is believed.</summary>
    [Fact]
    public void Analyzers_count_unless_the_reference_excludes_them()
    {
        _work.Add(
            new TestPackage("Used", "1.0.0") { Floor = "10.0.300", IsAnalyzer = true }, new TestPackage("Excluded", "1.0.0") { Floor = "10.0.300", IsAnalyzer = true },
            new TestPackage("Lib", "1.0.0") { Dependencies = ["Deep"] }, new TestPackage("Deep", "1.0.0") { Floor = "10.0.300", IsAnalyzer = true });
        _work.Project(Reference("Used", "Lib") + """<PackageReference Include="Excluded" Version="1.0.0" ExcludeAssets="analyzers" />""");
        _work.Restore();
        Assert.Equal("1; FLOOR001 Deep 10.0.300 error; FLOOR001 Used 10.0.300 error", _work.Check("App", "--sdk", "10.0.100"));
    }

    [Fact]
    public void Conditions_of_a_package_are_about_the_runtime_and_its_own_frameworks()
    {
        _work.Add(new TestPackage("A", "1.0.0")
        {
            Floor = "9.0.100",
            FloorExtras = """, "frameworks": ["netstandard2.0", "net8.0"], "conditions": [{ "floor": "10.0.300", "runtimeIdentifier": "win-x64" }, { "floor": "9.0.300", "targetFramework": "net8.0" }, { "floor": "10.0.400", "targetFramework": "netstandard2.0" }]""",
        });
        _work.Project(Reference("A"), "<RuntimeIdentifiers>win-x64;linux-x64</RuntimeIdentifiers>");
        _work.Restore();

        Assert.Equal("0", _work.Check("App", "--sdk", "10.0.100", "-r", "linux-x64"));
        Assert.Equal("1; FLOOR001 A 9.0.300 error", _work.Check("App", "--sdk", "9.0.200", "-r", "linux-x64"));
        Assert.Equal("1; FLOOR001 A 10.0.300 error", _work.Check("App", "--sdk", "10.0.100", "-r", "win-x64"));
    }

    [Fact]
    public void Referenced_projects_count()
    {
        _work.Add(new TestPackage("A", "1.0.0") { Floor = "10.0.300" });
        _work.Project(Reference("A"), "<MinimumSdkVersion>10.0.300</MinimumSdkVersion>", name: "Lib");
        _work.Project("""<ProjectReference Include="../Lib/Lib.csproj" />""");
        _work.Restore();

        ToolOutcome outcome = _work.Run("check", "App", "--sdk", "10.0.100");
        Assert.Contains("Lib needs SDK 10.0.300", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("A 1.0.0 needs SDK 10.0.300", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("App → Lib", outcome.Output.Replace("->", "→", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void The_running_SDK_can_be_overridden()
    {
        _work.Add(new TestPackage("A", "1.0.0") { Floor = "9.0.100" });
        _work.Project(Reference("A"));
        _work.Restore();

        Assert.Equal("0", _work.Check("App"));
        Assert.Equal(1, _work.Run([("FerriteSdkVersion", "8.0.100")], "check", "App", "--offline").ExitCode);
        // The option goes before the variable, and that before the property.
        Assert.Equal(0, _work.Run([("FerriteSdkVersion", "8.0.100")], "check", "App", "--sdk", "10.0.100", "--offline").ExitCode);
        _work.Project(Reference("A"), "<FerriteSdkVersion>8.0.404</FerriteSdkVersion>");
        Assert.Equal("1; FLOOR001 A 9.0.100 error", _work.Check("App"));
        Assert.Contains("--sdk: 'x' is no version", _work.Refused("check", "App", "--sdk", "x"), StringComparison.Ordinal);
    }

    [Fact]
    public void Codes_of_the_project_itself()
    {
        _work.Add(new TestPackage("A", "1.0.0") { Floor = "10.0.300" });
        _work.Project(Reference("A"), "<MinimumSdkVersion>10.0.100</MinimumSdkVersion>");
        _work.Restore();
        Assert.Equal("1; FLOOR002 A 10.0.300 error", _work.Check("App", "--sdk", "10.0.400"));

        _work.Project(Reference("A"), "<MinimumSdkVersion>[10.0.100,)</MinimumSdkVersion>");
        Assert.Equal("1; FLOOR004   error", _work.Check("App", "--sdk", "10.0.400"));

        _work.Project(Reference("A"), "<RequireSdkFloor>true</RequireSdkFloor>");
        Assert.Equal("1; FLOOR005   error", _work.Check("App", "--sdk", "10.0.400"));

        _work.Project(Reference("A"), "<RequireSdkFloor>true</RequireSdkFloor><IsPackable>false</IsPackable>");
        Assert.Equal("0", _work.Check("App", "--sdk", "10.0.400"));

        _work.Project(Reference("A"), "<MinimumSdkVersion>nonsense</MinimumSdkVersion><NoSdkFloorCheck>true</NoSdkFloorCheck>");
        Assert.Equal("0", _work.Check("App", "--sdk", "8.0.100"));
    }

    /// <summary>Every change that evaluation would see is seen although facts are kept from run to run.</summary>
    [Fact]
    public void Kept_facts_are_dropped_when_files_change_or_appear()
    {
        _work.Project();
        _work.Restore();
        Assert.Equal("0", _work.Check("App"));
        Assert.Equal("0", _work.Check("App"));
        _work.Write("Directory.Build.props", "<Project><PropertyGroup><MinimumSdkVersion>bad</MinimumSdkVersion></PropertyGroup></Project>");
        Assert.StartsWith("1; FLOOR004", _work.Check("App"), StringComparison.Ordinal);
        _work.Write("Directory.Build.props", "<Project />");
        Assert.Equal("0", _work.Check("App"));
        _work.Write("App/Directory.Build.props", "<Project><PropertyGroup><MinimumSdkVersion>bad</MinimumSdkVersion></PropertyGroup></Project>");
        Assert.StartsWith("1; FLOOR004", _work.Check("App"), StringComparison.Ordinal);
        File.Delete(_work.PathOf("App/Directory.Build.props"));
        Assert.Equal("0", _work.Check("App"));
        Assert.Equal(1, _work.Run([("MinimumSdkVersion", "bad")], "check", "App").ExitCode);
    }

    /// <summary>Files that a project asks for and that are not there yet.</summary>
    [Theory]
    [InlineData("""<Import Project="mine.props" Condition="Exists('mine.props')" />""", "App/mine.props")]
    [InlineData("""<Import Project="$(MSBuildThisFileDirectory)more/*.props" />""", "App/more/mine.props")]
    [InlineData("""<Choose><When Condition="Exists('mark')"><PropertyGroup><MinimumSdkVersion>bad</MinimumSdkVersion></PropertyGroup></When><Otherwise /></Choose>""", "App/mark")]
    [InlineData("""<PropertyGroup Condition="Exists('mark')"><MinimumSdkVersion>bad</MinimumSdkVersion></PropertyGroup>""", "App/mark")]
    public void Kept_facts_are_dropped_when_files_appear_that_were_asked_for(string asking, string file)
    {
        _work.Project();
        _work.Write("App/App.csproj", _work.Read("App/App.csproj").Replace("</Project>", asking + "</Project>", StringComparison.Ordinal));
        _work.Restore();
        Assert.Equal("0", _work.Check("App"));
        _work.Write(file, "<Project><PropertyGroup><MinimumSdkVersion>bad</MinimumSdkVersion></PropertyGroup></Project>");
        Assert.StartsWith("1; FLOOR004", _work.Check("App"), StringComparison.Ordinal);
        File.Delete(_work.PathOf(file));
        Assert.Equal("0", _work.Check("App"));
    }

    /// <summary>Of folders roslynX.Y one is enough, for those that the project packs as well as for packages.</summary>
    [Fact]
    public void Packed_analyzers_of_several_folders_need_the_lowest()
    {
        string packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        string items = string.Concat(((string[])["roslyn4.8", "roslyn4.14"]).Select(folder => $"""
            <None Include="{packages}/meziantou.analyzer/3.0.320/analyzers/dotnet/{folder}/cs/Meziantou.Analyzer.dll" Pack="true" PackagePath="analyzers/dotnet/{folder}/cs" />
            """));
        _work.Project(items, "<MinimumSdkVersion>8.0.100</MinimumSdkVersion>");
        _work.Restore();
        Assert.Equal("0", _work.Check("App"));
        _work.Project(items, "<MinimumSdkVersion>7.0.100</MinimumSdkVersion>", "net7.0");
        _work.Restore();
        Assert.Equal("1; FLOOR004   error", _work.Check("App"));
    }

    [Fact]
    public void A_solution_is_all_of_its_projects()
    {
        _work.Add(new TestPackage("A", "1.0.0") { Floor = "10.0.300" });
        _work.Project(Reference("A"));
        _work.Project(Reference("A"), name: "Other");
        _work.Write("All.slnx", """<Solution><Folder Name="/x/"><Project Path="App/App.csproj" /></Folder><Project Path="Other\Other.csproj" /></Solution>""");
        _work.Restore("All.slnx");
        Assert.Equal("1; FLOOR001 A 10.0.300 error; FLOOR001 A 10.0.300 error", _work.Check("--sdk", "10.0.100"));
        Assert.Contains("2 projects", _work.Run("check", "--sdk", "10.0.400").Output, StringComparison.Ordinal);

        File.Delete(_work.PathOf("All.slnx"));
        _work.Write("All.sln", """
            Microsoft Visual Studio Solution File, Format Version 12.00
            Project("{9A19103F-16F7-4668-BE54-9A1E7A4F7556}") = "App", "App\App.csproj", "{11111111-1111-1111-1111-111111111111}"
            EndProject
            Project("{2150E333-8FDC-42A3-9474-1A3956D46DE8}") = "folder", "folder", "{22222222-1111-1111-1111-111111111111}"
            EndProject
            """);
        Assert.Equal("1; FLOOR001 A 10.0.300 error", _work.Check("--sdk", "10.0.100"));
    }

    private static string Reference(params string[] ids) => string.Concat(ids.Select(static id => $"""<PackageReference Include="{id}" Version="1.0.0" />"""));
}
