using Ferrite.SdkFloor.Values;

namespace Ferrite.Cli.Floor;

/// <summary>How building with an SDK went.</summary>
internal sealed record TrialResult(SdkVersion Sdk, bool Succeeded, string? Error);
