using Ferrite.SdkFloor.Floors;

namespace Ferrite.SdkFloor.Projects;

/// <summary>An <c>SdkFloor</c> item as it was evaluated.</summary>
internal sealed record FloorItem(string Value, string? RuntimeIdentifier, string? TargetFramework, string? DefineConstants)
{
    internal (string Value, FloorCondition Condition) ToPair() => (Value, new FloorCondition(RuntimeIdentifier, TargetFramework, DefineConstants));
}
