using Ferrite.SdkFloor.Floors;
using Ferrite.SdkFloor.Graph;
using Ferrite.SdkFloor.Values;

namespace Ferrite.SdkFloor.Checking;

/// <summary>One thing that is wrong.</summary>
internal sealed record Finding
{
    /// <summary>One of <see cref="Rules.FloorCode"/>.</summary>
    internal required string Code { get; init; }

    /// <summary>Inferred floors only warn.</summary>
    internal required bool IsError { get; init; }

    /// <summary>A sentence.</summary>
    internal required string Message { get; init; }

    /// <summary>Null where it is about the project itself.</summary>
    internal FloorTarget? Target { get; init; }

    /// <summary>The package or project at fault; null where it is the project itself.</summary>
    internal FloorNode? Node { get; init; }

    /// <summary>From the project to the node.</summary>
    internal IReadOnlyList<FloorNode> Path { get; init; } = [];

    /// <summary>The floor that is missed.</summary>
    internal FloorValue? Floor { get; init; }

    /// <summary>FLOOR002: what the project declares, which the floor is above; else empty.</summary>
    internal IReadOnlyList<FloorValue> Promised { get; init; } = [];

    /// <summary>What the inferred floor comes from; null for a declared one.</summary>
    internal string? Inferred { get; init; }
}
