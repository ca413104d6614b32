using System.Xml.Linq;
using Ferrite.Docs.Tests.Kit;
using Ferrite.TestKit.Laws;

namespace Ferrite.Docs.Tests;

/// <summary>docs/architecture.md shows the projects as they stand.</summary>
public sealed class ArchitectureTests
{
    private static readonly Page Architecture = Page.Of("docs/architecture.md");

    [Fact]
    public void The_picture_is_that_of_the_project_files()
    {
        IEnumerable<string> drawn = Architecture.Examples.Single(static example => example.Language is "mermaid").Code.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1);
        IEnumerable<string> arrows = Repository.Projects.SelectMany(static project => References(project).Select(reference => $"  {Name(project)} --> {reference}"));
        IEnumerable<string> alone = Repository.Projects.Where(static project => !References(project).Any()).Select(Name)
            .Except(Repository.Projects.SelectMany(References)).Select(static project => $"  {project}");
        Assert.Equal(arrows.Concat(alone).Order(StringComparer.Ordinal), drawn.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_project_is_explained() => Assert.All(Repository.Projects, static project => Assert.Contains($"\n| `{Name(project)}` |", Architecture.Text, StringComparison.Ordinal));

    private static IEnumerable<string> References(string project) =>
        XDocument.Load(project).Descendants("ProjectReference").Select(static reference => Name((string)reference.Attribute("Include")!));

    private static string Name(string project) => Path.GetFileNameWithoutExtension(project);
}
