namespace Ferrite.SdkFloor.Values;

/// <summary>How a floor is given. Also compiled for netstandard2.0.</summary>
internal enum FloorKind
{
    /// <summary>A version, and all above it.</summary>
    Version,

    /// <summary>The newest stable SDK.</summary>
    Stable,

    /// <summary>The current preview, or later.</summary>
    Preview,

    /// <summary>Builds of certain days.</summary>
    Daily,
}
