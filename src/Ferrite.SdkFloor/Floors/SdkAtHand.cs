using Ferrite.SdkFloor.Values;

namespace Ferrite.SdkFloor.Floors;

/// <summary>The SDK that floors are held against.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Day">The day it was built; null where unknown.</param>
/// <param name="Origin">How it was chosen, for people.</param>
internal sealed record SdkAtHand(SdkVersion Version, DateTime? Day, string Origin)
{
    public override string ToString() => Version.ToString();
}
