using Ferrite.SdkFloor.Inference;
using Ferrite.SdkFloor.Values;

namespace Ferrite.SdkFloor.Graph;

/// <summary>A package or project that a build depends on.</summary>
internal sealed class FloorNode(string id, string version, bool isProject)
{
    internal string Id { get; } = id;

    internal string Version { get; } = version;

    internal bool IsProject { get; } = isProject;

    /// <summary>Whether the build takes anything of it: files for this framework and runtime that the reference doesn't exclude.</summary>
    internal bool IsUsed { get; init; } = true;

    /// <summary>The floors that it declares and that apply to this target; an SDK has to meet them all.</summary>
    internal IReadOnlyList<FloorValue> Declared { get; init; } = [];

    /// <summary>What stands in for a declared floor; null where there is one, and for projects.</summary>
    internal InferredFloor? Inferred { get; init; }

    /// <summary>What it brought in.</summary>
    internal List<FloorNode> Dependencies { get; } = [];

    public override string ToString() => IsProject ? Id : $"{Id} {Version}";
}
