using Ferrite.SdkFloor.Values;

namespace Ferrite.SdkFloor.Selection;

/// <summary>Something that demands a floor.</summary>
internal sealed record Demand(FloorValue Floor, string Reason);
