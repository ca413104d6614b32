using Ferrite.Cli.Files;

namespace Ferrite.Cli.Cache.Snapshots;

/// <summary>What is to come back of one file.</summary>
internal sealed record RestoredFile(byte[] Path, long Size, IReadOnlyList<(long Offset, long Length)> Wanted)
{
    internal long WantedBytes => Wanted.Sum(static range => range.Length);

    internal static RestoredFile Of(SnapshotEntry entry) => new(entry.Path, entry.Size, entry.Ranges);

    /// <summary>What is left of it where the file is shorter now.</summary>
    internal RestoredFile CutTo(long size) => this with { Wanted = Cut(0, size) };

    /// <summary>Nothing of a file that the globs leave out, and what lies in the range.</summary>
    internal IReadOnlyList<(long Offset, long Length)> WantedIn(TreeSelection selection) =>
        selection.Takes(Path.AsSpan().TrimStart((byte)'/'), isDirectory: false) ? Cut(selection.Range.Start, selection.Range.End) : [];

    private List<(long Offset, long Length)> Cut(long start, long end) =>
    [
        .. Wanted.Select(range => (Offset: Math.Max(range.Offset, start), End: Math.Min(range.Offset + range.Length, end)))
            .Where(static range => range.End > range.Offset)
            .Select(static range => (range.Offset, range.End - range.Offset)),
    ];
}
