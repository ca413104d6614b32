namespace Ferrite.Cli.Tests.Kit;

/// <summary>A file in the JSON.</summary>
internal sealed record ActionFile(
    string Path, string? PathBase64, long Size, long Pages, bool Known, long? ResidentPagesBefore, long? ResidentPages, long? ResidentBytes,
    long? WantedBytes, long? ReadBytes, long? DroppedBytes, long? LockedBytes, string? Stays);
