using NuGet.ProjectModel;

namespace Ferrite.SdkFloor.Packages;

/// <summary>Whether a build takes anything of a package. What a reference excludes, restore left out, or put '_._' in its place.</summary>
internal static class UsedAssets
{
    private const string Placeholder = "_._";

    internal static bool Any(LockFileTargetLibrary library) =>
        HasFile(library.CompileTimeAssemblies) || HasFile(library.RuntimeAssemblies) || HasFile(library.NativeLibraries)
        || HasFile(library.ResourceAssemblies) || HasFile(library.RuntimeTargets) || HasFile(library.ContentFiles)
        || HasFile(library.Build) || HasFile(library.BuildMultiTargeting) || HasFile(library.ToolsAssemblies) || HasFile(library.EmbedAssemblies);

    /// <summary>Analyzers are not among a target's assets: the SDK takes them from the list of files.</summary>
    internal static bool HasAnalyzers(LockFileLibrary library) => library.Files.Any(static path =>
        path.StartsWith("analyzers/", StringComparison.OrdinalIgnoreCase) && path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase));

    /// <summary>A project that was excluded has placeholders only; one that has nothing to compile against may still be built.</summary>
    internal static bool AnyOfProject(LockFileTargetLibrary library) =>
        Any(library) || (library.CompileTimeAssemblies.Count == 0 && library.RuntimeAssemblies.Count == 0);

    private static bool HasFile(IEnumerable<LockFileItem> items) => items.Any(static item => !item.Path.EndsWith(Placeholder, StringComparison.Ordinal));
}
