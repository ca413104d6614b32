namespace Ferrite.Cli.Tests.Floor;

/// <summary>What can't be worked with: a sentence that says so, no stack trace, 2.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly FloorWorkspace _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public void Not_restored()
    {
        _work.Project();
        Assert.Contains("is not restored: there is no", _work.Refused("check", "App"), StringComparison.Ordinal);
        Assert.Contains("dotnet restore", _work.Refused("find", "App"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{ "version": 3, "targets": { "net10.0": 7 } }""")]
    [InlineData("""{ "version": 3, "targets": { "net10.0": { "A/x.y": { "type": "package" } } } }""")]
    public void A_damaged_assets_file(string text)
    {
        _work.Project();
        _work.Write("App/obj/project.assets.json", text);
        Assert.Contains("project.assets.json is damaged", _work.Refused("check", "App"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<Project>", "App.csproj")]
    [InlineData("not xml", "App.csproj")]
    [InlineData("""<Project Sdk="No.Such.Sdk"></Project>""", "No.Such.Sdk")]
    [InlineData("""<Project><Import Project="missing.props" /></Project>""", "missing.props")]
    [InlineData("""<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup Condition="'a' == "></PropertyGroup></Project>""", "App.csproj")]
    public void A_malformed_project(string text, string named)
    {
        _work.Write("App/App.csproj", text);
        foreach (string[] command in (string[][])[["check", "App"], ["find", "App"], ["add", "A", "-p", "App"], ["update", "-p", "App"]])
        {
            Assert.Contains(named, _work.Refused(command), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Projects_in_a_circle()
    {
        _work.Project("""<ProjectReference Include="../B/B.csproj" />""");
        _work.Project("""<ProjectReference Include="../C/C.csproj" />""", name: "B");
        _work.Project("""<ProjectReference Include="../App/App.csproj" />""", name: "C");
        Assert.Contains("go in a circle: App.csproj → B.csproj → C.csproj → App.csproj", _work.Refused("check", "App"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_reference_to_a_project_that_is_not_there()
    {
        _work.Project("""<ProjectReference Include="../B/B.csproj" />""");
        Assert.Contains("refers to a project that is not there", _work.Refused("check", "App"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unreadable_package_in_a_feed()
    {
        _work.Project();
        File.WriteAllText(_work.PathOf("feed/A.1.0.0.nupkg"), "no zip");
        Assert.Contains("feed", _work.Refused("add", "A", "-p", "App"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_whose_floor_is_nonsense()
    {
        _work.Add(new TestPackage("A", "1.0.0") { Floor = "10.0.*" });
        _work.Project("""<PackageReference Include="A" Version="1.0.0" />""");
        Assert.Contains("ferrite/sdk-floor.json of a/1.0.0 can't be read: '10.0.*' floats", _work.Refused("add", "A", "-p", "App"), StringComparison.Ordinal);
        _work.Restore();
        Assert.Contains("ferrite/sdk-floor.json of a/1.0.0 can't be read", _work.Refused("check", "App"), StringComparison.Ordinal);
    }

    [Fact]
    public void Restored_packages_that_are_gone()
    {
        _work.Add(new TestPackage("A", "1.0.0") { Floor = "9.0.100" });
        _work.Project("""<PackageReference Include="A" Version="1.0.0" />""");
        _work.Restore();
        Directory.Delete(_work.PathOf("packages/a"), recursive: true);
        Assert.Contains("A 1.0.0 is not in", _work.Refused("check", "App"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_feed_that_is_down()
    {
        _work.Project();
        string message = _work.Refused("add", "A", "-p", "App", "--source", "http://127.0.0.1:9/v3/index.json");
        Assert.Contains("Feed http://127.0.0.1:9/v3/index.json can't be read", message, StringComparison.Ordinal);
        Assert.Contains("can't be read", _work.Refused("add", "A", "-p", "App", "--source", _work.PathOf("nowhere")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/v3/index.json", "<html>", "can't be read")]
    [InlineData("/v3/index.json", "{}", "can't be read")]
    [InlineData("/v3/index.json", """{ "version": "3.0.0", "resources": [] }""", "doesn't tell which versions it lists")]
    [InlineData("/reg/a/index.json", "nonsense", "can't be read")]
    [InlineData("/reg/a/index.json", """{ "count": 1, "items": [7] }""", "can't be read")]
    [InlineData("/flat/a/1.0.0/a.1.0.0.nupkg", "PK no package", "missing there, or damaged")]
    public void A_feed_that_answers_nonsense(string path, string answer, string message)
    {
        using var feed = new LoopbackFeed();
        feed.Add(new TestPackage("A", "1.0.0") { Floor = "9.0.100" });
        feed.Wrong[path] = answer;
        _work.Project();
        string refusal = _work.Refused("add", "A", "-p", "App", "--source", feed.Url);
        Assert.Contains(message, refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("should not have happened", refusal, StringComparison.Ordinal);
    }

    /// <summary>The check itself needs no feed: only the advice is missing.</summary>
    [Fact]
    public void A_feed_that_is_down_does_not_spoil_the_check()
    {
        _work.Add(new TestPackage("A", "1.0.0") { Floor = "10.0.300" });
        _work.Project("""<PackageReference Include="A" Version="1.0.0" />""");
        _work.Restore();
        Kit.ToolOutcome outcome = _work.Run("check", "App", "--sdk", "10.0.100", "--source", "http://127.0.0.1:9/v3/index.json");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("A 1.0.0 needs SDK 10.0.300", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("can't be read", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Paths_that_mean_nothing_or_too_much()
    {
        Assert.Contains("neither a solution nor a project", _work.Refused("check"), StringComparison.Ordinal);
        Assert.Contains("nowhere is not there", _work.Refused("check", "nowhere"), StringComparison.Ordinal);
        _work.Write("A.csproj", "<Project />");
        _work.Write("B.csproj", "<Project />");
        Assert.Contains("name one of A.csproj, B.csproj", _work.Refused("check"), StringComparison.Ordinal);
        _work.Write("S.slnx", "<Solution>");
        Assert.Contains("S.slnx can't be read", _work.Refused("check", "S.slnx"), StringComparison.Ordinal);
        _work.Write("T.slnx", """<Solution><Project Path="gone/gone.csproj" /></Solution>""");
        Assert.Contains("names a project that is not there", _work.Refused("check", "T.slnx"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_SDK_that_global_json_wants_and_nobody_installed()
    {
        _work.Project();
        _work.Write("global.json", """{ "sdk": { "version": "99.0.100", "rollForward": "disable" } }""");
        Assert.Contains("No SDK fits the global.json", _work.Refused("check", "App"), StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_that_are_none()
    {
        _work.Write("tables.json", "nonsense");
        Assert.Contains("tables.json: The SDK tables can't be read", _work.Refused("tables"), StringComparison.Ordinal);
        File.Delete(_work.PathOf("tables.json"));
        Assert.Contains("can't be read", _work.Refused("tables", "--from", "missing.json"), StringComparison.Ordinal);
        Assert.Contains("give both", _work.Refused("tables", "--output", "x.json"), StringComparison.Ordinal);
    }
}
