using Microsoft.Build.Construction;
using Microsoft.Build.Evaluation;
using Microsoft.Build.Evaluation.Context;
using Microsoft.Build.Exceptions;

namespace Ferrite.SdkFloor.Projects;

/// <summary>
/// Evaluates projects with the MSBuild of the SDK at hand, in this process: it alone tells the imported files, by which a later run knows that nothing
/// changed, and starting <c>dotnet msbuild</c> for each project would take half a second a piece.
/// </summary>
internal sealed class ProjectEvaluator : IDisposable
{
    private static readonly string[] PackedItems = ["None", "Content", "TfmSpecificPackageFile"];

    private readonly EvaluationContext _context = EvaluationContext.Create(EvaluationContext.SharingPolicy.Shared);
    private readonly ProjectCollection _collection = new();

    /// <exception cref="FloorException">The project is not well-formed, or is no project for packages.</exception>
    internal (ProjectFacts Facts, IReadOnlyList<string> Imports) Evaluate(string path)
    {
        try
        {
            var imports = new HashSet<string>(StringComparer.Ordinal) { path };
            Project outer = Load(path, framework: null, imports);
            string[] frameworks = Split(outer.GetPropertyValue("TargetFrameworks"));
            Project[] inner = frameworks.Length == 0 ? [outer] : [.. frameworks.Select(framework => Load(path, framework, imports))];
            return (Facts(path, outer, inner), [.. imports]);
        }
        catch (InvalidProjectFileException e)
        {
            string place = e.LineNumber > 0 ? $"({e.LineNumber},{e.ColumnNumber})" : "";
            throw new FloorException($"{(e.ProjectFile is { Length: > 0 } file ? file : path)}{place}: {e.BaseMessage}", e);
        }
        catch (IOException e)
        {
            throw new FloorException($"{path}: {e.Message}", e);
        }
    }

    public void Dispose() => _collection.Dispose();

    private Project Load(string path, string? framework, HashSet<string> imports)
    {
        var properties = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (framework is not null)
        {
            properties.Add("TargetFramework", framework);
        }

        Project project = Project.FromFile(path, new Microsoft.Build.Definition.ProjectOptions
        {
            GlobalProperties = properties,
            ProjectCollection = _collection,
            EvaluationContext = _context,
        });
        // Of the SDK's own files its folder tells.
        string sdk = project.GetPropertyValue("MSBuildToolsPath");
        foreach (ProjectRootElement file in project.Imports.Select(static import => import.ImportedProject).Prepend(project.Xml)
            .Where(file => !file.FullPath.StartsWith(sdk, StringComparison.Ordinal)))
        {
            imports.Add(file.FullPath);
            imports.UnionWith(AskedFiles.Of(project, file));
        }

        return project;
    }

    private static ProjectFacts Facts(string path, Project outer, Project[] inner)
    {
        Project first = inner[0];
        string directory = Path.GetDirectoryName(path)!;
        string declared = outer.GetPropertyValue("MinimumSdkVersion");
        ProjectItem[] analyzers = [.. PackedItems.SelectMany(first.GetItems).Where(IsPackedAnalyzer)];
        return new ProjectFacts
        {
            Path = path,
            AssetsFile = Path.GetFullPath(Path.Combine(directory, OrElse(first.GetPropertyValue("ProjectAssetsFile"), "obj/project.assets.json"))),
            Frameworks = [.. inner.Select(static project => new FrameworkFacts
            {
                Framework = project.GetPropertyValue("TargetFramework"),
                Constants = Split(project.GetPropertyValue("DefineConstants")),
            })],
            MinimumSdkVersion = declared.Length > 0 ? declared : first.GetPropertyValue("MinimumSdkVersion"),
            Floors = [.. inner.SelectMany(static project => project.GetItems("SdkFloor")).Select(static item => new FloorItem(
                item.EvaluatedInclude, Metadata(item, "RuntimeIdentifier"), Metadata(item, "TargetFramework"), Metadata(item, "DefineConstants"))).Distinct()],
            LangVersion = first.GetPropertyValue("LangVersion"),
            SdkOverride = first.GetPropertyValue(Sdks.SdkChoice.OverrideName),
            IsPackable = IsTrue(outer, "IsPackable"),
            RequireSdkFloor = IsTrue(outer, "RequireSdkFloor"),
            NoSdkFloorCheck = IsTrue(outer, "NoSdkFloorCheck"),
            IsAnalyzer = IsTrue(first, "IsRoslynComponent") || analyzers.Length > 0,
            PackedAnalyzers = [.. analyzers.Select(item => new PackedAnalyzer(
                Path.GetFullPath(Path.Combine(directory, item.EvaluatedInclude)), FolderOf(item)))],
            References = [.. inner.SelectMany(static project => project.GetItems("ProjectReference"))
                .Select(item => Path.GetFullPath(Path.Combine(directory, item.EvaluatedInclude.Replace('\\', '/')))).Distinct(StringComparer.Ordinal)],
            Packages = [.. inner.SelectMany(static project => project.GetItems("PackageReference"))
                .Where(static item => !"true".Equals(item.GetMetadataValue("IsImplicitlyDefined"), StringComparison.OrdinalIgnoreCase))
                .Select(static item => new PackageItem(item.EvaluatedInclude, Metadata(item, "Version"), item.Xml.ContainingProject.FullPath)).Distinct()],
            CentralFile = IsTrue(first, "ManagePackageVersionsCentrally") ? first.GetPropertyValue("DirectoryPackagesPropsPath") : null,
        };
    }

    private static bool IsPackedAnalyzer(ProjectItem item) =>
        FolderOf(item).StartsWith("analyzers/", StringComparison.OrdinalIgnoreCase)
        && item.EvaluatedInclude.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);

    private static string FolderOf(ProjectItem item) => item.GetMetadataValue("PackagePath").Replace('\\', '/').Trim('/');

    private static bool IsTrue(Project project, string name) =>
        project.GetPropertyValue(name).Trim().Equals("true", StringComparison.OrdinalIgnoreCase);

    private static string? Metadata(ProjectItem item, string name) => item.GetMetadataValue(name) is { Length: > 0 } value ? value : null;

    private static string OrElse(string value, string other) => value.Length > 0 ? value : other;

    private static string[] Split(string list) => list.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
