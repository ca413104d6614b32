using Ferrite.SdkFloor.Values;

namespace Ferrite.SdkFloor.Selection;

/// <summary>The lowest floor of a project that holds, by all that is known.</summary>
/// <param name="Floor">Null where nothing demands one.</param>
/// <param name="Demands">What demands which floor, the highest first.</param>
internal sealed record FoundFloor(FloorValue? Floor, IReadOnlyList<Demand> Demands);
