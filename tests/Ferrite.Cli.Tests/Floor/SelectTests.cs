using System.Text.Json;
using Ferrite.Cli.Tests.Kit;

namespace Ferrite.Cli.Tests.Floor;

/// <summary>ferrite floor add and update.</summary>
public sealed class SelectTests : IDisposable
{
    private readonly FloorWorkspace _work = new();

    public void Dispose() => _work.Dispose();

    /// <summary>RFC 2495's example: versions 0.1.0 to 0.1.9, floor A for the first six, B for the others.</summary>
    [Fact]
    public void The_example_of_the_RFC()
    {
        AddFoo();
        _work.Project();

        _work.Run("add", "foo", "-p", "App", "--sdk", "9.0.305").AssertSucceeded();
        Assert.Contains("""<PackageReference Include="foo" Version="0.1.5" />""", _work.Read("App/App.csproj"), StringComparison.Ordinal);

        _work.Run("update", "-p", "App", "--sdk", "10.0.100").AssertSucceeded();
        Assert.Contains("""<PackageReference Include="foo" Version="0.1.9" />""", _work.Read("App/App.csproj"), StringComparison.Ordinal);

        ToolOutcome older = _work.Run("update", "foo", "-p", "App", "--sdk", "8.0.400");
        Assert.Equal(1, older.ExitCode);
        Assert.Equal("ferrite: foo: no version fits SDK 8.0.400. 0.1.0 to 0.1.5 need SDK 9.0.100; 0.1.6 to 0.1.9 need SDK 10.0.100. The nearest is 0.1.5, which needs SDK 9.0.100.\n", older.Errors);
        Assert.Contains("0.1.9", _work.Read("App/App.csproj"), StringComparison.Ordinal);

        // Down again, for the SDK between.
        _work.Run("update", "foo", "-p", "App", "--sdk", "9.0.100").AssertSucceeded();
        Assert.Contains("0.1.5", _work.Read("App/App.csproj"), StringComparison.Ordinal);
        _work.Restore();
        Assert.Equal("0", _work.Check("App", "--sdk", "9.0.100"));
    }

    [Fact]
    public void Unlisted_versions_are_ignored()
    {
        using var feed = new LoopbackFeed();
        feed.Add(new TestPackage("foo", "1.0.0") { Floor = "9.0.100" });
        feed.Add(new TestPackage("foo", "1.1.0") { Floor = "9.0.100" }, isListed: false);
        feed.Add(new TestPackage("foo", "1.2.0") { Floor = "10.0.300" });
        feed.Add(new TestPackage("foo", "1.3.0") { Floor = "9.0.100" }, isListed: false);
        feed.Add(new TestPackage("gone", "1.0.0") { Floor = "9.0.100" }, isListed: false);
        _work.Project();

        _work.Run("add", "foo", "-p", "App", "--sdk", "10.0.100", "--source", feed.Url).AssertSucceeded();
        Assert.Contains("""Include="foo" Version="1.0.0" """.TrimEnd(), _work.Read("App/App.csproj"), StringComparison.Ordinal);
        _work.Run("update", "-p", "App", "--sdk", "10.0.400", "--source", feed.Url).AssertSucceeded();
        Assert.Contains("""Include="foo" Version="1.2.0" """.TrimEnd(), _work.Read("App/App.csproj"), StringComparison.Ordinal);
        ToolOutcome gone = _work.Run("add", "gone", "-p", "App", "--source", feed.Url);
        Assert.Equal((1, "ferrite: gone: no feed lists a version of it.\n"), (gone.ExitCode, gone.Errors));
        Assert.Equal(1, _work.Run("add", "never", "-p", "App", "--source", feed.Url).ExitCode);
    }

    [Fact]
    public void The_projects_own_floor_counts_before_the_SDK()
    {
        AddFoo();
        _work.Project(properties: "<MinimumSdkVersion>9.0.300</MinimumSdkVersion>", framework: "net9.0");
        ToolOutcome outcome = _work.Run("add", "foo", "-p", "App").AssertSucceeded();
        Assert.Contains("foo 0.1.5 in ", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("needs SDK 9.0.100; the project's floor, 9.0.300. 0.1.9 needs SDK 10.0.100", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("foo 0.1.5 stays", _work.Run("update", "-p", "App").AssertSucceeded().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Versions_that_are_managed_centrally_are_written_there()
    {
        AddFoo();
        _work.Add(new TestPackage("bar", "1.0.0") { Floor = "9.0.100" });
        _work.Write("Directory.Packages.props", """
            <Project>
              <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
              <ItemGroup>
                <PackageVersion Include="foo" Version="0.1.0" />
              </ItemGroup>
            </Project>
            """);
        _work.Project("""<PackageReference Include="foo" />""");
        string project = _work.Read("App/App.csproj");

        _work.Run("update", "-p", "App", "--sdk", "9.0.100").AssertSucceeded();
        Assert.Contains("""<PackageVersion Include="foo" Version="0.1.5" />""", _work.Read("Directory.Packages.props"), StringComparison.Ordinal);
        Assert.Equal(project, _work.Read("App/App.csproj"));

        _work.Run("add", "bar", "-p", "App", "--sdk", "9.0.100").AssertSucceeded();
        Assert.Contains("""<PackageVersion Include="bar" Version="1.0.0" />""", _work.Read("Directory.Packages.props"), StringComparison.Ordinal);
        Assert.Contains("""<PackageReference Include="bar" />""", _work.Read("App/App.csproj"), StringComparison.Ordinal);
        _work.Restore();
    }

    /// <summary>One place, two projects: what fits the one with the lower floor.</summary>
    [Fact]
    public void A_central_version_fits_all_projects_of_a_solution()
    {
        AddFoo();
        _work.Write("Directory.Packages.props", """
            <Project>
              <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
              <ItemGroup><PackageVersion Include="foo" Version="0.1.0" /></ItemGroup>
            </Project>
            """);
        _work.Project("""<PackageReference Include="foo" />""", "<MinimumSdkVersion>9.0.100</MinimumSdkVersion>");
        _work.Project("""<PackageReference Include="foo" />""", "<MinimumSdkVersion>10.0.100</MinimumSdkVersion>", name: "Zed");
        _work.Write("All.slnx", """<Solution><Project Path="App/App.csproj" /><Project Path="Zed/Zed.csproj" /></Solution>""");

        Assert.Contains("the project's floor, 9.0.100 and the project's floor, 10.0.100", _work.Run("update").AssertSucceeded().Output, StringComparison.Ordinal);
        Assert.Contains("""Include="foo" Version="0.1.5" """.TrimEnd(), _work.Read("Directory.Packages.props"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_dry_run_writes_nothing_and_JSON_says_what_it_would()
    {
        AddFoo();
        _work.Project("""<PackageReference Include="foo" Version="0.1.2" />""");
        string before = _work.Read("App/App.csproj");
        using JsonDocument json = JsonDocument.Parse(_work.Run("update", "-p", "App", "--sdk", "10.0.100", "--dry-run", "--json").AssertSucceeded().Output);
        JsonElement package = Assert.Single(json.RootElement.GetProperty("packages").EnumerateArray());
        Assert.Equal(("foo", "0.1.2", "0.1.9", true), (package.GetProperty("package").GetString(), package.GetProperty("from").GetString(),
            package.GetProperty("to").GetString(), package.GetProperty("succeeded").GetBoolean()));
        Assert.False(json.RootElement.GetProperty("written").GetBoolean());
        Assert.Equal(before, _work.Read("App/App.csproj"));
    }

    /// <summary>A floor of one of the package's frameworks counts where NuGet would choose that one, for whichever framework of the project.</summary>
    [Theory]
    [InlineData("net9.0", "0.9.0")]
    [InlineData("netstandard2.0;net9.0", "0.9.0")]
    [InlineData("netstandard2.0", "1.0.0")]
    public void Floors_of_some_frameworks(string framework, string chosen)
    {
        _work.Add(
            new TestPackage("foo", "0.9.0") { Floor = "9.0.100" },
            new TestPackage("foo", "1.0.0") { Floor = "9.0.100", FloorExtras = """, "frameworks": ["netstandard2.0", "net8.0"], "conditions": [{ "floor": "10.0.300", "targetFramework": "net8.0" }]""" });
        _work.Project(framework: framework);
        Assert.Contains($"foo {chosen} in", _work.Run("add", "foo", "-p", "App", "--sdk", "10.0.100").AssertSucceeded().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Prereleases_on_request_inferred_floors_too_and_computed_versions_never()
    {
        _work.Add(
            new TestPackage("foo", "1.0.0") { Framework = "net9.0" }, new TestPackage("foo", "2.0.0") { Framework = "net10.0" },
            new TestPackage("foo", "1.5.0-beta") { Framework = "net9.0" });
        _work.Project();
        Assert.Contains("foo 1.0.0", _work.Run("add", "foo", "-p", "App", "--sdk", "9.0.100", "--dry-run").AssertSucceeded().Output, StringComparison.Ordinal);
        Assert.Contains("foo 1.5.0-beta", _work.Run("add", "foo", "-p", "App", "--sdk", "9.0.100", "--dry-run", "--prerelease").AssertSucceeded().Output, StringComparison.Ordinal);
        Assert.Contains("foo 2.0.0", _work.Run("add", "foo", "-p", "App", "--dry-run").AssertSucceeded().Output, StringComparison.Ordinal);

        _work.Project("""<PackageReference Include="foo" Version="$(FooVersion)" />""", "<FooVersion>1.0.0</FooVersion>");
        ToolOutcome computed = _work.Run("update", "-p", "App");
        Assert.Equal(1, computed.ExitCode);
        Assert.Contains("is computed: write it by hand", computed.Errors, StringComparison.Ordinal);
        Assert.Contains("refers to no package bar", _work.Refused("update", "bar", "-p", "App"), StringComparison.Ordinal);
    }

    private void AddFoo()
    {
        for (int i = 0; i < 10; i++)
        {
            _work.Add(new TestPackage("foo", $"0.1.{i}") { Floor = i < 6 ? "9.0.100" : "10.0.100" });
        }
    }
}
