using Ferrite.Benchmarks.Cases;
using Ferrite.Benchmarks.Measuring;

namespace Ferrite.Benchmarks.Reports;

/// <summary>Compares what was measured with what was promised. Aims whose cases were not run are left out.</summary>
internal sealed class Aims(IReadOnlyList<CaseResult> results)
{
    private const double SequentialRead = 2.0;
    private const double RandomRead = 1.2;
    private const double AccessorOneThread = 10;
    private const double AccessorTwoThreads = 50;
    private const double ViewNanoseconds = 1.5;
    private const double SameAsRaw = 1.03;

    /// <summary>How far the second thread's ratio may lie above the raw pointer's: two figures, each with its own noise.</summary>
    private const double SecondThreadNoise = 1.05;

    internal IEnumerable<Aim> All() =>
    [
        .. AtMost(CaseList.ReadSequential, "sequential reads ≤ 2× the raw pointer", SequentialRead),
        .. AtMost(CaseList.ReadRandom, "random reads ≤ 1.2× the raw pointer", RandomRead),
        .. FasterThanAccessor(CaseList.ReadSequential, "sequential reads ≥ 10× faster than the accessor", AccessorOneThread),
        .. FasterThanAccessor(CaseList.ReadSequentialTwo, "sequential reads on two threads ≥ 50× faster than the accessor", AccessorTwoThreads),
        .. SecondThread(CaseList.ReadSequentialTwo, "a second thread slows sequential reads no more than those of the raw pointer"),
        .. SecondThread(CaseList.ReadRandomTwo, "a second thread slows random reads no more than those of the raw pointer"),
        .. Within(CaseList.View, "a view of 8 bytes obtained, read and disposed in ≤ 1.5 ns", ViewNanoseconds),
        .. AtMost(CaseList.SumView, "sum over a view within 3 % of the raw pointer", SameAsRaw),
        .. AtMost(CaseList.SumVectors, "sum by vectors over a view at the memory's own bandwidth: within 3 % of the raw pointer", SameAsRaw, Bandwidth),
        .. Scaling(),
        .. AtMost(CaseList.Chunks4, "chunks of 4 KiB within 3 % of the raw pointer", SameAsRaw),
        .. AtMost(CaseList.Chunks64, "chunks of 64 KiB within 3 % of the raw pointer", SameAsRaw),
        .. AtMost(CaseList.CopyOut, "copies out within 3 % of Buffer.MemoryCopy", SameAsRaw),
        .. AtMost(CaseList.CopyIn, "copies in within 3 % of Buffer.MemoryCopy", SameAsRaw),
        .. Opening(),
        .. AtMost(CaseList.AtomicAdd, "atomic addition within 2 % of Interlocked", 1.02),
        .. Within(CaseList.AtomicGet, "an atomic obtained and loaded in ≤ 2 ns", 2),
        .. AtMost(CaseList.Records, "records within 3 % of a raw pointer loop", SameAsRaw),
        .. FasterThanAccessor(CaseList.Stream64, "stream reads of 64 bytes ≥ 5× faster than the BCL's view stream", 5),
        .. AtMost(CaseList.Borrow, "a borrow within 10 % of DangerousAddRef and DangerousRelease", 1.1),
        .. AtMost(CaseList.Stream64K, "stream reads of 64 KiB no slower than Buffer.MemoryCopy", SameAsRaw),
        .. AtMost(CaseList.Touch, "touch of 1 GiB within 10 % of one madvise(MADV_POPULATE_READ)", 1.1),
        .. Policies(),
        .. OpeningBeneath(CaseList.Beneath1, "opening beneath a directory within 15 % of File.OpenHandle, 1 component"),
        .. OpeningBeneath(CaseList.Beneath4, "opening beneath a directory within 15 % of File.OpenHandle, 4 components"),
        .. OpeningBeneath(CaseList.Beneath8, "opening beneath a directory within 15 % of File.OpenHandle, 8 components"),
        .. Allocation(),
    ];

    /// <summary>What to say where the machine was too busy to measure on; null where it wasn't.</summary>
    internal string? Caution => results.Sum(static r => r.Measurements.Count(static m => m.IsDisturbed)) is var disturbed and > 0
        ? $"Other programs had the processor during most calls of {disturbed} contenders: their figures say little. Try again on an idle machine, or under chrt -f 1."
        : null;

    private CaseResult? Find(string name) => results.FirstOrDefault(r => string.Equals(r.Case.Name, name, StringComparison.Ordinal));

    private IEnumerable<Aim> AtMost(string name, string what, double bound, Func<Measurement, string>? describe = null)
    {
        if (Find(name) is { } result)
        {
            Measurement ferrite = result.Of(Peer.Ferrite)!;
            double ratio = ferrite.Median / result.Baseline.Median;
            yield return new Aim(what, $"{Format.Ratio(ratio)}{describe?.Invoke(ferrite)}", ratio <= bound);
        }
    }

    /// <summary>Of a case whose operation is one MiB.</summary>
    private static string Bandwidth(Measurement measurement) => $", {Format.Figure(1e9 / 1024 / measurement.Median)} GiB/s";

    private IEnumerable<Aim> Scaling()
    {
        if (Find(CaseList.Scan) is { } result)
        {
            double ferrite = 1 / result.Slowdown(result.Of(Peer.Ferrite)!);
            double raw = 1 / result.Slowdown(result.Baseline);
            yield return new Aim(
                "a scan that two threads share gains as much by the second as the raw pointer's",
                $"{Format.Ratio(ferrite)}, raw {Format.Ratio(raw)}",
                ferrite * SecondThreadNoise >= raw);
        }
    }

    private IEnumerable<Aim> Policies()
    {
        if (Find(CaseList.Policies) is { } result)
        {
            string[] counting = [PolicyWrites.EveryBytes, PolicyWrites.EveryWrites, PolicyWrites.Every];
            double slowest = counting.Max(name => result.Of(Peer.Ferrite, name).Median);
            yield return new Aim("writes under a counting policy in ≤ 6 ns", $"{Format.Time(slowest)}, the slowest of {counting.Length}", slowest <= 6);
            double manual = result.Of(Peer.Ferrite, PolicyWrites.Manual).Median / result.Of(Peer.Ferrite, PolicyWrites.NoPolicy).Median;
            yield return new Aim("writes under Manual within 3 % of those without a policy", Format.Ratio(manual), manual <= SameAsRaw);
        }
    }

    private IEnumerable<Aim> FasterThanAccessor(string name, string what, double bound)
    {
        if (Find(name) is { } result)
        {
            double ratio = result.Of(Peer.Accessor)!.Median / result.Of(Peer.Ferrite)!.Median;
            yield return new Aim(what, Format.Ratio(ratio), ratio >= bound);
        }
    }

    private IEnumerable<Aim> SecondThread(string name, string what)
    {
        if (Find(name) is { } result)
        {
            double ferrite = result.Slowdown(result.Of(Peer.Ferrite)!);
            double raw = result.Slowdown(result.Baseline);
            yield return new Aim(what, $"{Format.Ratio(ferrite)}, raw {Format.Ratio(raw)}", ferrite <= Math.Max(raw, 1) * SecondThreadNoise);
        }
    }

    private IEnumerable<Aim> Within(string name, string what, double nanoseconds)
    {
        if (Find(name)?.Of(Peer.Ferrite) is { } measured)
        {
            yield return new Aim(what, Format.Time(measured.Median), measured.Median <= nanoseconds);
        }
    }

    /// <summary>Against the faster of the BCL's two ways.</summary>
    private IEnumerable<Aim> Opening()
    {
        if (Find(CaseList.Open) is { } result)
        {
            double peer = result.Measurements.Where(static m => m.Contender.Peer == Peer.Accessor).Min(static m => m.Median);
            double ratio = result.Of(Peer.Ferrite)!.Median / peer;
            yield return new Aim("opening, mapping and disposing no slower than the BCL", Format.Ratio(ratio), ratio <= 1);
        }
    }

    private IEnumerable<Aim> OpeningBeneath(string name, string what)
    {
        if (Find(name) is { } result)
        {
            double ratio = result.Of(Peer.Ferrite)!.Median / result.Of(Peer.RandomAccess)!.Median;
            yield return new Aim(what, Format.Ratio(ratio), ratio <= 1.15);
        }
    }

    private IEnumerable<Aim> Allocation()
    {
        Measurement[] accesses = [.. results.SelectMany(static r => r.Measurements).Where(static m => m.Contender is { Peer: Peer.Ferrite, IsAccess: true })];
        if (accesses.Length != 0)
        {
            double most = accesses.Max(static m => m.AllocatedBytes);
            yield return new Aim("no allocation on any access", $"{Format.Bytes(most)} bytes in any of {accesses.Length} measured", most == 0);
        }
    }
}
