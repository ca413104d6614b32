namespace Ferrite.Cli.Tests.Kit;

/// <summary>The sum in the JSON.</summary>
internal sealed record ActionTotal(
    long Files, long Pages, long Bytes, long ResidentPages, long ResidentBytes, long UnknownFiles, long UnknownPages, long UnknownBytes,
    long Directories, long NotCounted, long PassedOver, long OtherFileSystems, long WalkedAlready, long Failures, bool Stopped,
    long? WantedBytes, long? ReadBytes, long? DroppedBytes, long? LockedBytes, long? SavedFiles, long? ResidentPagesBefore, long? Milliseconds, int? Process);
