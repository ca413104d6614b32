namespace Ferrite.Cli.Cache.Snapshots;

/// <summary>What was given for a snapshot is none, or one of another time.</summary>
internal sealed class SnapshotException(string message) : Exception(message);
