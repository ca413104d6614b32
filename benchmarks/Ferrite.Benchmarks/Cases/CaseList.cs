namespace Ferrite.Benchmarks.Cases;

/// <summary>Everything that is measured.</summary>
internal static class CaseList
{
    /// <summary>Twice the third-level cache of the machine that the published figures are from.</summary>
    private const long FileLength = 64 << 20;

    private const int KiB = 1024;

    internal const string ReadSequential = "read-sequential";
    internal const string ReadCached = "read-cached";
    internal const string ReadRandom = "read-random";
    internal const string ReadSequentialTwo = "read-sequential-2-threads";
    internal const string ReadRandomTwo = "read-random-2-threads";
    internal const string View = "view-8";
    internal const string SumView = "sum-view";
    internal const string Chunks4 = "chunks-4k";
    internal const string Chunks64 = "chunks-64k";
    internal const string CopyOut = "copy-out";
    internal const string CopyIn = "copy-in";
    internal const string Open = "open";
    internal const string AtomicAdd = "atomic-add";
    internal const string AtomicGet = "atomic-get";
    internal const string Records = "records";
    internal const string Stream64 = "stream-64";
    internal const string Stream64K = "stream-64k";
    internal const string SumVectors = "sum-vectors";
    internal const string Scan = "scan-2-threads";
    internal const string Touch = "touch";
    internal const string Borrow = "borrow";
    internal const string Policies = "write-policies";
    internal const string Beneath1 = "open-beneath-1";
    internal const string Beneath4 = "open-beneath-4";
    internal const string Beneath8 = "open-beneath-8";

    internal static IReadOnlyList<CaseEntry> All { get; } =
    [
        new(ReadSequential, "8-byte reads, sequential", "one read", FileLength, static file => new SequentialReads(file)),
        new(ReadCached, "8-byte reads, in the L1 cache", "one read", FileLength, static file => new CachedReads(file)),
        new(ReadRandom, "8-byte reads, random", "one read", FileLength, static file => new RandomReads(file)),
        new(ReadSequentialTwo, "8-byte reads, sequential, on each of 2 threads", "one read", FileLength,
            static file => new TwoThreads(file, static file => new SequentialReads(file))),
        new(ReadRandomTwo, "8-byte reads, random, on each of 2 threads", "one read", FileLength,
            static file => new TwoThreads(file, static file => new RandomReads(file))),
        new("write-sequential", "8-byte writes, sequential", "one write", FileLength, static file => new SequentialWrites(file)),
        new("write-random", "8-byte writes, random", "one write", FileLength, static file => new RandomWrites(file)),
        new(View, "A view of 8 bytes: obtained, read, disposed", "one view", FileLength, static file => new ShortViews(file)),
        new(SumView, "Sum over one view of 64 MiB, per MiB", "one MiB", FileLength, static file => new WholeView(file)),
        new(SumVectors, "Sum by vectors over one view of 64 MiB, per MiB", "one MiB", FileLength, static file => new VectorSums(file)),
        new(Scan, "Sum over views of 1 MiB, shared by 2 threads, per MiB", "one MiB", FileLength, static file => new SharedScans(file)),
        new(Chunks4, "Sum of a chunk of 4 KiB", "one chunk", FileLength, static file => new ChunkLoops(file, 4 * KiB)),
        new(Chunks64, "Sum of a chunk of 64 KiB", "one chunk", FileLength, static file => new ChunkLoops(file, 64 * KiB)),
        new(CopyOut, "1 MiB copied out", "one copy", FileLength, static file => new CopiesOut(file)),
        new(CopyIn, "1 MiB copied in", "one copy", FileLength, static file => new CopiesIn(file)),
        new(Open, "Open, map, read once, dispose (4 KiB)", "one opening", Openings.FileLength, static file => new Openings(file)),
        new(AtomicAdd, "Atomic addition", "one addition", FileLength, static file => new AtomicAdds(file)),
        new(AtomicGet, "An atomic obtained and loaded", "one atomic", FileLength, static file => new AtomicLoads(file)),
        new(Records, "Sum over records of 16 bytes", "one record", FileLength, static file => new RecordLoops(file)),
        new(Stream64, "Stream: reads of 64 bytes", "one read", FileLength, static file => new StreamReads(file, 64)),
        new(Stream64K, "Stream: reads of 64 KiB", "one read", FileLength, static file => new StreamReads(file, 64 * KiB)),
        new(Policies, "8-byte writes under flush policies", "one write", FileLength, static file => new PolicyWrites(file)),
        new(Touch, "Touch of 1 GiB in the page cache, per MiB", "one MiB", (1 << 30) / Touches.TimesAsLong, static file => new Touches(file)),
        new(Borrow, "A file's handle borrowed and released", "one borrow", FileLength, static file => new Borrows(file)),
        new(Beneath1, "A file opened beneath a directory, 1 component", "one opening", Openings.FileLength, static file => new OpensBeneath(file, 1)),
        new(Beneath4, "A file opened beneath a directory, 4 components", "one opening", Openings.FileLength, static file => new OpensBeneath(file, 4)),
        new(Beneath8, "A file opened beneath a directory, 8 components", "one opening", Openings.FileLength, static file => new OpensBeneath(file, 8)),
        new("resize", "Resize by 1 MiB within the capacity", "one growth", FileLength, static file => new Growth(file)),
    ];
}
