using Ferrite.SdkFloor.Floors;
using Ferrite.SdkFloor.Graph;
using Ferrite.SdkFloor.Projects;
using Ferrite.SdkFloor.Rules;
using Ferrite.SdkFloor.Tables;
using Ferrite.SdkFloor.Values;
using NuGet.Frameworks;
using NuGet.LibraryModel;
using NuGet.ProjectModel;

namespace Ferrite.SdkFloor.Packages;

/// <summary>Makes graphs of assets files: what restore chose for each target framework and runtime, and what of it is used.</summary>
internal sealed class GraphReader(SdkTables tables, ProjectReader projects, PackageReader packages)
{
    private readonly FloorRules _rules = new(tables);

    /// <exception cref="FloorException">The project is not restored, or what it depends on can't be read.</exception>
    internal IReadOnlyList<FloorGraph> Read(ProjectFacts facts, LockFile assets)
    {
        var libraries = assets.Libraries.ToDictionary(static library => Key(library.Name, library.Version.ToNormalizedString()), StringComparer.Ordinal);
        return [.. assets.Targets.Select(target => Read(facts, assets, libraries, target))];
    }

    private FloorGraph Read(ProjectFacts facts, LockFile assets, Dictionary<string, LockFileLibrary> libraries, LockFileTarget target)
    {
        var root = new FloorNode(facts.Name, "", isProject: true);
        TargetFrameworkInformation? framework = assets.PackageSpec.TargetFrameworks
            .FirstOrDefault(information => information.FrameworkName.Equals(target.TargetFramework));
        // As the project writes it: net10.0-windows, where restore means net10.0-windows7.0.
        string name = framework?.TargetAlias is { Length: > 0 } alias ? alias : target.TargetFramework.GetShortFolderName();
        FloorTarget floorTarget = facts.TargetFor(name, target.RuntimeIdentifier);
        var direct = (framework?.Dependencies ?? []).ToDictionary(
            static dependency => dependency.Name, static dependency => dependency.IncludeType, StringComparer.OrdinalIgnoreCase);
        var nodes = new Dictionary<string, FloorNode>(StringComparer.OrdinalIgnoreCase);
        foreach (LockFileTargetLibrary library in target.Libraries)
        {
            LockFileLibrary? files = libraries.GetValueOrDefault(Key(library.Name!, library.Version!.ToNormalizedString()));
            bool isProject = "project".Equals(library.Type, StringComparison.OrdinalIgnoreCase);
            nodes[library.Name!] = isProject
                ? ReadProject(facts, library, files, floorTarget)
                : ReadPackage(assets, library, files, target, floorTarget, !direct.TryGetValue(library.Name!, out LibraryIncludeFlags flags) || flags.HasFlag(LibraryIncludeFlags.Analyzers));
        }

        foreach (LockFileTargetLibrary library in target.Libraries)
        {
            nodes[library.Name!].Dependencies.AddRange(library.Dependencies.Select(dependency => nodes.GetValueOrDefault(dependency.Id)).OfType<FloorNode>());
        }

        IEnumerable<string> roots = assets.ProjectFileDependencyGroups
            .Where(group => NuGetFramework.Parse(group.FrameworkName).Equals(target.TargetFramework) || group.FrameworkName.Equals(framework?.TargetAlias, StringComparison.OrdinalIgnoreCase))
            .SelectMany(static group => group.Dependencies).Select(static dependency => dependency.Split(' ')[0]).Concat(direct.Keys);
        root.Dependencies.AddRange(roots.Distinct(StringComparer.OrdinalIgnoreCase).Select(nodes.GetValueOrDefault).OfType<FloorNode>());
        return new FloorGraph(floorTarget, root);
    }

    private FloorNode ReadPackage(
        LockFile assets, LockFileTargetLibrary library, LockFileLibrary? files, LockFileTarget target, FloorTarget floorTarget, bool withAnalyzers)
    {
        string version = library.Version!.ToNormalizedString();
        bool isUsed = UsedAssets.Any(library) || (withAnalyzers && files is not null && UsedAssets.HasAnalyzers(files));
        if (!isUsed || files is null)
        {
            return new FloorNode(library.Name!, version, isProject: false) { IsUsed = false };
        }

        PackageReading reading = packages.Read(Key(library.Name!, version), withAnalyzers, () => Packages.RestoredPackage.Open(assets, files));
        return new FloorNode(library.Name!, version, isProject: false)
        {
            Declared = reading.Declared is { } floor ? [.. floor.ApplyingTo(target.TargetFramework, floorTarget)] : [],
            Inferred = reading.Inferred,
        };
    }

    private FloorNode ReadProject(ProjectFacts from, LockFileTargetLibrary library, LockFileLibrary? place, FloorTarget target)
    {
        string? relative = place?.MSBuildProject ?? place?.Path;
        IReadOnlyList<FloorValue> declared = [];
        string name = library.Name!;
        if (relative is not null)
        {
            ProjectFacts facts = projects.Read(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(from.Path)!, relative)));
            name = facts.Name;
            string framework = library.Framework is { Length: > 0 } chosen ? NuGetFramework.Parse(chosen).GetShortFolderName() : target.Framework;
            // What is invalid there is told when that project is checked.
            declared = [.. _rules.Read(facts.ToDeclaration(packedRoslyn: null), out _)?.ApplyingTo(facts.TargetFor(framework, target.RuntimeIdentifier)) ?? []];
        }

        return new FloorNode(name, library.Version!.ToNormalizedString(), isProject: true) { Declared = declared, IsUsed = UsedAssets.AnyOfProject(library) };
    }

    private static string Key(string id, string version) => $"{id}/{version}".ToLowerInvariant();
}
