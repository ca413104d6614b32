using Ferrite.SdkFloor.Values;

namespace Ferrite.SdkFloor.Selection;

/// <summary>A version that could be chosen.</summary>
/// <param name="Version">As feeds write it.</param>
/// <param name="Floors">What it needs; empty where any SDK will do.</param>
/// <param name="Reason">What an inferred floor comes from; null for a declared one.</param>
internal sealed record Candidate(string Version, IReadOnlyList<FloorValue> Floors, string? Reason);
