using Ferrite.Benchmarks.Files;

namespace Ferrite.Benchmarks.Cases;

/// <summary>
/// Another case's work, by one thread and by two at once on the same objects, in the same rounds. Memory that two threads share, or a
/// counter, shows as a second thread that slows the first. Without streams: they belong to one thread.
/// </summary>
internal sealed class TwoThreads(BenchmarkFile file, Func<BenchmarkFile, Case> create) : Case(file)
{
    private readonly Case _inner = create(file);

    internal override IReadOnlyList<Contender> Contenders
    {
        get
        {
            IReadOnlyList<Contender> all = _inner.Contenders;
            IEnumerable<Contender> baselines = all.Where(static c => c.IsBaseline);
            IEnumerable<Contender> others = all.Where(static c => c.Peer is not (Peer.RawPointer or Peer.FileStream)).DistinctBy(static c => c.Peer);
            return [.. baselines.Concat(others).SelectMany(static c => new[] { c.OnTwoThreads(), c })];
        }
    }
}
