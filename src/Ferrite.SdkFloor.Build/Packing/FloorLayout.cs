using System.Xml.Linq;

namespace Ferrite.SdkFloor.Build.Packing;

/// <summary>
/// Where the floors go among a package's own build files, so that each consumer gets both. NuGet takes the folder of the nearest framework, and of
/// that one <c>.props</c> and one <c>.targets</c>, each from <c>buildTransitive</c> before <c>build</c>; from <c>build</c> only for who references
/// the package itself. NuGet before 5.0 knows no <c>buildTransitive</c>.
/// </summary>
internal sealed class FloorLayout
{
    private const string AllFrameworks = "";

    private readonly string _id;
    private readonly TravellingProject _project;
    private readonly Func<string, XDocument> _read;
    private readonly List<BuildFile> _own;
    private readonly Dictionary<string, XDocument> _written = new(StringComparer.OrdinalIgnoreCase);

    private FloorLayout(string id, TravellingProject project, IEnumerable<PackageFile> files, Func<string, XDocument> read)
    {
        _id = id;
        _project = project;
        _read = read;
        _own = [.. files.Select(file => BuildFile.Of(file, id)).OfType<BuildFile>()];
    }

    /// <summary>The files to write, by their path in the package; those at the path of an own file replace it.</summary>
    internal static IReadOnlyDictionary<string, XDocument> Of(
        string id, TravellingProject project, IEnumerable<PackageFile> files, Func<string, XDocument> read)
    {
        var layout = new FloorLayout(id, project, files, read);
        layout.Transitive();
        layout.Direct();
        return layout._written;
    }

    private void Transitive()
    {
        string[] frameworks = FrameworksOf(BuildFile.Transitive);
        foreach (string framework in frameworks)
        {
            Extend(BuildFile.Transitive, framework);
        }

        if (frameworks.Length == 0)
        {
            foreach (string framework in FrameworksOf(BuildFile.Direct).Concat([AllFrameworks]).Distinct(StringComparer.OrdinalIgnoreCase))
            {
                Beside(framework);
            }
        }
        else if (!frameworks.Contains(AllFrameworks, StringComparer.Ordinal) && FreeExtension(framework: null) is { } free)
        {
            AddNew(BuildFile.Transitive, AllFrameworks, free);
        }
    }

    private void Direct()
    {
        string[] frameworks = FrameworksOf(BuildFile.Direct);
        foreach (string framework in frameworks)
        {
            Extend(BuildFile.Direct, framework);
        }

        if (!frameworks.Contains(AllFrameworks, StringComparer.Ordinal))
        {
            AddNew(BuildFile.Direct, AllFrameworks, BuildFile.Targets);
        }
    }

    /// <summary>A new file in <c>buildTransitive</c>, whose namesake in <c>build</c> NuGet takes no more.</summary>
    private void Beside(string framework)
    {
        if (FreeExtension(framework) is { } free)
        {
            AddNew(BuildFile.Transitive, framework, free);
            return;
        }

        BuildFile props = Find(BuildFile.Direct, framework, BuildFile.Props)!;
        BuildFile targets = Find(BuildFile.Direct, framework, BuildFile.Targets)!;
        _written[props.File.Path] = _project.Marked(Own(props));
        _written[PathOf(BuildFile.Transitive, framework, BuildFile.Targets)] = _project.InFrontOf(targets.File.Path, DepthOf(framework));
    }

    private void Extend(string folder, string framework)
    {
        BuildFile own = Find(folder, framework, BuildFile.Targets) ?? Find(folder, framework, BuildFile.Props)!;
        _written[own.File.Path] = _project.Within(Own(own), DepthOf(framework));
    }

    private void AddNew(string folder, string framework, string extension) =>
        _written[PathOf(folder, framework, extension)] = _project.Alone(DepthOf(framework));

    /// <summary>An extension that <c>build</c> doesn't use for a framework, or for none at all.</summary>
    private string? FreeExtension(string? framework) => Array.Find(
        [BuildFile.Targets, BuildFile.Props],
        extension => !_own.Exists(file => file.Is(BuildFile.Direct, extension) && (framework is null || file.IsFor(framework))));

    private XDocument Own(BuildFile file) => _written.TryGetValue(file.File.Path, out XDocument? changed) ? changed : _read(file.File.Source);

    private BuildFile? Find(string folder, string framework, string extension) =>
        _own.Find(file => file.Is(folder, extension) && file.IsFor(framework));

    private string[] FrameworksOf(string folder) =>
        [.. _own.Where(file => file.IsIn(folder)).Select(static file => file.Framework).Distinct(StringComparer.OrdinalIgnoreCase)];

    private string PathOf(string folder, string framework, string extension) =>
        (framework.Length == 0 ? folder : folder + "/" + framework) + "/" + _id + extension;

    private static int DepthOf(string framework) => framework.Length == 0 ? 1 : 2;
}
