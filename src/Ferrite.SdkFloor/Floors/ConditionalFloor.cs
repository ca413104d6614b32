using Ferrite.SdkFloor.Values;

namespace Ferrite.SdkFloor.Floors;

/// <summary>An <c>SdkFloor</c> item: a floor where its condition holds. Also compiled for netstandard2.0.</summary>
internal sealed record ConditionalFloor(FloorValue Value, FloorCondition Condition);
