using Ferrite.SdkFloor.Values;

namespace Ferrite.SdkFloor.Build.Packing;

/// <summary>A floor as it travels: what it is, and for whom. Empty strings: for all.</summary>
internal sealed class PackedFloor
{
    internal PackedFloor(FloorValue value) => Value = value;

    /// <summary>A version, or days; <c>stable</c> and <c>preview</c> have become versions.</summary>
    internal FloorValue Value { get; }

    internal string RuntimeIdentifier { get; set; } = "";

    internal string TargetFramework { get; set; } = "";

    /// <summary>The version of .NET from which consumers take this framework's files; empty for frameworks without one.</summary>
    internal string FrameworkFrom { get; set; } = "";

    /// <summary>The version of .NET from which consumers take a later framework's files.</summary>
    internal string FrameworkBelow { get; set; } = "";
}
