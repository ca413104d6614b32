using Ferrite.SdkFloor.Values;

namespace Ferrite.SdkFloor.Inference;

/// <summary>A floor that nobody declared.</summary>
/// <param name="Version">The first SDK that can use the package; null where any can.</param>
/// <param name="Reason">What demands it, for people; null where nothing does.</param>
internal sealed record InferredFloor(SdkVersion? Version, string? Reason)
{
    internal static InferredFloor None { get; } = new(null, null);
}
