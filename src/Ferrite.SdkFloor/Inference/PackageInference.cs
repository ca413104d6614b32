using Ferrite.SdkFloor.Tables;
using Ferrite.SdkFloor.Values;

namespace Ferrite.SdkFloor.Inference;

/// <summary>Infers the floor of a package that declares none: from the frameworks it has files for, and the compiler its analyzers need.</summary>
internal sealed class PackageInference(SdkTables tables)
{
    /// <param name="files">The package.</param>
    /// <param name="withAnalyzers">Whether its analyzers are used.</param>
    internal InferredFloor Infer(IPackageFiles files, bool withAnalyzers = true)
    {
        InferredFloor frameworks = OfFrameworks(files);
        InferredFloor roslyn = withAnalyzers ? OfAnalyzers(files) : InferredFloor.None;
        InferredFloor higher = roslyn.Version is not null && (frameworks.Version is null || roslyn.Version > frameworks.Version) ? roslyn : frameworks;
        return higher.Version is null || higher.Version <= tables.First ? InferredFloor.None : higher;
    }

    private InferredFloor OfAnalyzers(IPackageFiles files) =>
        AnalyzerFolders.LowestRoslyn(files, out string? evidence) is { } roslyn
            ? new InferredFloor(tables.FirstWithRoslyn(roslyn) ?? tables.NewestStable, $"{evidence} needs Roslyn {roslyn.ToString(2)}")
            : InferredFloor.None;

    /// <summary>The lowest of the frameworks is enough: an older SDK builds for an older framework.</summary>
    private InferredFloor OfFrameworks(IPackageFiles files)
    {
        List<string> frameworks = FrameworksIn(files, ["lib", "ref"]);
        frameworks = frameworks.Count > 0 ? frameworks : FrameworksIn(files, ["build", "buildTransitive"]);
        if (frameworks.Count == 0)
        {
            return InferredFloor.None;
        }

        (SdkVersion Sdk, string Framework) lowest = frameworks.Select(framework => (Sdk: tables.FirstFor(framework) ?? tables.NewestPreview, framework))
            .MinBy(static row => row.Sdk);
        return new InferredFloor(lowest.Sdk, $"its lowest target framework is {lowest.Framework}");
    }

    private static List<string> FrameworksIn(IPackageFiles files, string[] folders)
    {
        var found = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (string path in files.Paths)
        {
            string[] parts = path.Split('/');
            if (parts.Length >= 2 && folders.Contains(parts[0], StringComparer.OrdinalIgnoreCase))
            {
                // Files beside the framework folders are for all frameworks.
                found.Add(parts.Length > 2 && LooksLikeFramework(parts[1]) ? parts[1].ToLowerInvariant() : "any");
            }
        }

        return [.. found];
    }

    private static bool LooksLikeFramework(string folder) =>
        folder.Any(char.IsAsciiDigit) || folder.StartsWith("portable", StringComparison.OrdinalIgnoreCase);
}
