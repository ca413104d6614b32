using Ferrite.SdkFloor.Projects;
using Ferrite.SdkFloor.Selection;
using Ferrite.SdkFloor.Values;

namespace Ferrite.Cli.Floor;

/// <summary>The floor that was found for a project.</summary>
internal sealed record FoundInProject(ProjectFacts Facts, FoundFloor Found, IReadOnlyList<TrialResult> Builds)
{
    /// <summary>The oldest SDK that built it; null where none did, or none was tried.</summary>
    internal SdkVersion? Built => Builds.FirstOrDefault(static build => build.Succeeded)?.Sdk;
}
