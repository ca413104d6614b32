namespace Ferrite.Cli.Tests.Kit;

/// <summary>The sum in the JSON.</summary>
internal sealed record StatTotal(
    long Files, long Pages, long Bytes, long ResidentPages, long ResidentBytes, long UnknownFiles, long UnknownPages, long UnknownBytes,
    long Directories, long NotCounted, long PassedOver, long Failures, long OtherFileSystems = 0, long WalkedAlready = 0, bool Stopped = false);
