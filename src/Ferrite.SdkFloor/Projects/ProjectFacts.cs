using Ferrite.SdkFloor.Floors;
using Ferrite.SdkFloor.Rules;

namespace Ferrite.SdkFloor.Projects;

/// <summary>What the tool needs to know of a project, evaluated.</summary>
internal sealed record ProjectFacts
{
    /// <summary>Full path.</summary>
    public required string Path { get; init; }

    public required string AssetsFile { get; init; }

    public required FrameworkFacts[] Frameworks { get; init; }

    public string? MinimumSdkVersion { get; init; }

    public required FloorItem[] Floors { get; init; }

    public string? LangVersion { get; init; }

    public string? SdkOverride { get; init; }

    public bool IsPackable { get; init; }

    public bool RequireSdkFloor { get; init; }

    public bool NoSdkFloorCheck { get; init; }

    /// <summary>Whether what it packs, or is used as, are analyzers built here.</summary>
    public bool IsAnalyzer { get; init; }

    public required PackedAnalyzer[] PackedAnalyzers { get; init; }

    /// <summary>Full paths.</summary>
    public required string[] References { get; init; }

    public required PackageItem[] Packages { get; init; }

    /// <summary>Where versions are managed centrally; null where they are not.</summary>
    public string? CentralFile { get; init; }

    internal string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    internal Declaration ToDeclaration(Version? packedRoslyn) => new()
    {
        Base = MinimumSdkVersion,
        Conditional = [.. Floors.Select(static floor => floor.ToPair())],
        TargetFrameworks = [.. Frameworks.Select(static facts => facts.Framework)],
        LangVersion = LangVersion,
        PackedRoslyn = packedRoslyn,
    };

    internal FloorTarget TargetFor(string framework, string? runtime) => new(framework, runtime, new HashSet<string>(
        Frameworks.FirstOrDefault(facts => facts.Framework.Equals(framework, StringComparison.OrdinalIgnoreCase))?.Constants ?? [],
        StringComparer.Ordinal));
}
