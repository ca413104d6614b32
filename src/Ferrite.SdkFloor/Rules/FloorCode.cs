namespace Ferrite.SdkFloor.Rules;

/// <summary>The codes of errors and warnings.</summary>
internal static class FloorCode
{
    /// <summary>The SDK is below the floor of something that is used.</summary>
    internal const string SdkTooOld = "FLOOR001";

    /// <summary>A dependency's floor is above the one that the project declares.</summary>
    internal const string AboveOwn = "FLOOR002";

    /// <summary>Packed by another SDK than the floor names.</summary>
    internal const string PackedByAnother = "FLOOR003";

    /// <summary>A value that breaks the rules.</summary>
    internal const string Invalid = "FLOOR004";

    /// <summary>No floor where one is required.</summary>
    internal const string Missing = "FLOOR005";
}
