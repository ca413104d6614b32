using System.Xml.Linq;
using Ferrite.TestKit.Laws;

namespace Ferrite.Mapping.Tests.Laws;

/// <summary>Arrows point down: what a project may refer to lies below it.</summary>
public sealed class ProjectTests
{
    private static readonly Dictionary<string, string[]> Below = new(StringComparer.Ordinal)
    {
        ["Ferrite.Handles"] = [],
        ["Ferrite.Mapping"] = ["Ferrite.Handles"],
        // Packed with it, and not referenced at run time.
        ["Ferrite.Const"] = ["Ferrite.Const.Generator", "Ferrite.Const.CodeFixes"],
        ["Ferrite.Const.CodeFixes"] = [],
        ["Ferrite.Const.Generator"] = [],
        ["Ferrite.Analyzers"] = [],
        ["Ferrite.Analyzers.CodeFixes"] = ["Ferrite.Analyzers"],
        ["Ferrite.SdkFloor"] = [],
        ["Ferrite.SdkFloor.Build"] = ["Ferrite.SdkFloor"],
        ["Ferrite.Rfcs"] = [],
        ["Ferrite.Cli"] = ["Ferrite.Mapping", "Ferrite.Handles", "Ferrite.SdkFloor", "Ferrite.Rfcs"],
    };

    [Fact]
    public void A_project_refers_only_to_those_below_it()
    {
        Assert.NotEmpty(Repository.Projects);
        Assert.All(Repository.Projects, static project =>
        {
            string name = Path.GetFileNameWithoutExtension(project);
            Assert.True(Below.ContainsKey(name), name);
            Assert.All(References(project), reference => Assert.Contains(reference, Below[name], StringComparer.Ordinal));
        });
    }

    /// <summary>The libraries stand on the BCL alone.</summary>
    [Theory]
    [InlineData("Ferrite.Handles")]
    [InlineData("Ferrite.Mapping")]
    public void A_library_refers_to_no_package(string library) =>
        Assert.Empty(XDocument.Load(Path.Combine(Repository.Root, $"src/{library}/{library}.csproj")).Descendants("PackageReference"));

    private static IEnumerable<string> References(string project) =>
        from reference in XDocument.Load(project).Descendants("ProjectReference")
        select Path.GetFileNameWithoutExtension(((string?)reference.Attribute("Include"))!.Replace('\\', '/'));
}
