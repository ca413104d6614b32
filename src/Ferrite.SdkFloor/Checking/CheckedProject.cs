using Ferrite.SdkFloor.Graph;
using Ferrite.SdkFloor.Rules;

namespace Ferrite.SdkFloor.Checking;

/// <summary>A project, with all that the check looks at.</summary>
internal sealed record CheckedProject
{
    internal required string Name { get; init; }

    internal required Declaration Declaration { get; init; }

    /// <summary>One for each target framework and runtime.</summary>
    internal required IReadOnlyList<FloorGraph> Graphs { get; init; }

    /// <summary>Whether a floor has to be declared: a packable project with <c>RequireSdkFloor</c>.</summary>
    internal bool IsFloorRequired { get; init; }

    /// <summary><c>NoSdkFloorCheck</c>: nothing is looked at.</summary>
    internal bool IsCheckOff { get; init; }
}
