namespace Ferrite.Cli.Cache.Snapshots;

/// <summary>What of one file was in the cache.</summary>
/// <param name="Path">From the root; any bytes.</param>
/// <param name="Size">Bytes of the file at that time.</param>
/// <param name="Ranges">In bytes, in order, never adjacent.</param>
internal sealed record SnapshotEntry(byte[] Path, long Size, IReadOnlyList<(long Offset, long Length)> Ranges);
