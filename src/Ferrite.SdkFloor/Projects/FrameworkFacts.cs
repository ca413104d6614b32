namespace Ferrite.SdkFloor.Projects;

/// <summary>What a project says for one target framework.</summary>
internal sealed record FrameworkFacts
{
    /// <summary>Short name.</summary>
    public required string Framework { get; init; }

    public required string[] Constants { get; init; }
}
