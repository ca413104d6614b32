using System.Xml.Linq;
using Ferrite.SdkFloor.Build.Packing;
using Ferrite.SdkFloor.Values;

namespace Ferrite.SdkFloor.Build.Tests.Packing;

/// <summary>Where floors go, for each combination of own files: new files, own ones with more at their end, and what stays alone.</summary>
public sealed class FloorLayoutTests
{
    private const string Own = """<Project><Target Name="Own" /></Project>""";

    [Theory]
    [InlineData("", "+build/My.Id.targets +buildTransitive/My.Id.targets")]
    [InlineData("build/My.Id.targets", "=build/My.Id.targets +buildTransitive/My.Id.props")]
    [InlineData("build/My.Id.props", "=build/My.Id.props +buildTransitive/My.Id.targets")]
    [InlineData("build/My.Id.props build/My.Id.targets", "!build/My.Id.props =build/My.Id.targets >buildTransitive/My.Id.targets")]
    [InlineData("buildTransitive/My.Id.targets", "+build/My.Id.targets =buildTransitive/My.Id.targets")]
    [InlineData("buildTransitive/My.Id.props", "+build/My.Id.targets =buildTransitive/My.Id.props")]
    [InlineData("buildTransitive/My.Id.props buildTransitive/My.Id.targets", "+build/My.Id.targets =buildTransitive/My.Id.targets")]
    [InlineData("build/My.Id.targets buildTransitive/My.Id.props", "=build/My.Id.targets =buildTransitive/My.Id.props")]
    [InlineData("build/My.Id.props build/My.Id.targets buildTransitive/My.Id.props buildTransitive/My.Id.targets", "=build/My.Id.targets =buildTransitive/My.Id.targets")]
    [InlineData("Build/my.id.TARGETS", "=Build/my.id.TARGETS +buildTransitive/My.Id.props")]
    [InlineData("buildtransitive/MY.ID.targets", "+build/My.Id.targets =buildtransitive/MY.ID.targets")]
    [InlineData("build/net8.0/My.Id.targets", "+build/My.Id.targets =build/net8.0/My.Id.targets +buildTransitive/My.Id.targets +buildTransitive/net8.0/My.Id.props")]
    [InlineData("build/net8.0/My.Id.props build/net8.0/My.Id.targets", "+build/My.Id.targets !build/net8.0/My.Id.props =build/net8.0/My.Id.targets +buildTransitive/My.Id.targets >buildTransitive/net8.0/My.Id.targets")]
    [InlineData("buildTransitive/net8.0/My.Id.targets", "+build/My.Id.targets +buildTransitive/My.Id.targets =buildTransitive/net8.0/My.Id.targets")]
    [InlineData("build/Other.targets build/sub/folder/My.Id.targets content/My.Id.targets", "+build/My.Id.targets +buildTransitive/My.Id.targets")]
    public void Each_consumer_gets_both(string own, string expected)
    {
        PackageFile[] files = [.. own.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static path => new PackageFile(path, path))];
        var project = new TravellingProject("My.Id", "1.0.0", [new PackedFloor(FloorValue.Of(SdkVersion.Parse("10.0.200")))]);
        IReadOnlyDictionary<string, XDocument> layout = FloorLayout.Of("My.Id", project, files, static _ => XDocument.Parse(Own));
        Assert.Equal(expected.Split(' ').Order(StringComparer.Ordinal), layout.Select(static file => Kind(file.Value) + file.Key).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("", "buildTransitive/My.Id.targets", "$(MSBuildThisFileDirectory)../ferrite/FerriteSdkFloorCheckV1.targets")]
    [InlineData("build/net8.0/My.Id.props", "buildTransitive/net8.0/My.Id.targets", "$(MSBuildThisFileDirectory)../../ferrite/FerriteSdkFloorCheckV1.targets")]
    public void The_check_is_imported_from_the_package_itself(string own, string file, string import)
    {
        PackageFile[] files = own.Length == 0 ? [] : [new PackageFile(own, own)];
        var project = new TravellingProject("My.Id", "1.0.0", []);
        XDocument written = FloorLayout.Of("My.Id", project, files, static _ => XDocument.Parse(Own))[file];
        Assert.Equal(import, written.Descendants("Import").Single().Attribute("Project")!.Value);
    }

    [Fact]
    public void What_is_added_has_the_namespace_of_the_own_file()
    {
        XDocument own = XDocument.Parse("""<Project xmlns="http://schemas.microsoft.com/developer/msbuild/2003"><!-- mine --></Project>""");
        XDocument written = new TravellingProject("My.Id", "1.0.0", []).Within(own, depth: 1);
        Assert.All(written.Descendants(), static element => Assert.Equal("http://schemas.microsoft.com/developer/msbuild/2003", element.Name.NamespaceName));
        Assert.Contains("<!-- mine -->", written.ToString(), StringComparison.Ordinal);
    }

    /// <summary>+ new, = own with the floor, ! own that says it was imported, > new and imports the own one where NuGet would have.</summary>
    private static string Kind(XDocument project)
    {
        bool own = project.Descendants("Target").Any();
        bool floor = project.Descendants("FerriteSdkFloor").Any();
        bool behind = project.Descendants("Import").Any(static import => import.Attribute("Condition")!.Value.Contains("_FerriteOwnBuild_My_Id", StringComparison.Ordinal));
        bool marked = project.Descendants("_FerriteOwnBuild_My_Id").Any();
        return (own, floor, behind, marked) switch
        {
            (false, true, false, false) => "+",
            (true, true, false, false) => "=",
            (true, false, false, true) => "!",
            (false, true, true, false) => ">",
            _ => "?",
        };
    }
}
