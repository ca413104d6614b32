using System.Diagnostics;
using Ferrite.Benchmarks.Cases;
using Ferrite.Benchmarks.Files;

namespace Ferrite.Benchmarks.Measuring;

/// <summary>Measures a case: warm-up, then rounds in which every contender has one turn, so that what disturbs disturbs all alike.</summary>
internal sealed class Runner(string directory, Effort effort) : IDisposable
{
    private readonly TierWatch _tiers = new();

    internal CaseResult Run(CaseEntry entry)
    {
        using Case work = entry.Create(new BenchmarkFile(directory, entry.Length));
        IReadOnlyList<Contender> contenders = work.Contenders;
        using var timer = new Timer();
        var warmUp = new WarmUp(timer, _tiers);
        warmUp.Run(contenders);
        long[] operations = [.. contenders.Select(c => MakesWholePasses(c) ? c.Operations : warmUp.Fit(c, Effort.LongestCall))];
        GC.Collect();
        GC.WaitForPendingFinalizers();
        List<Sample>[] samples = Measure(timer, contenders, operations);
        return new CaseResult(
            entry, samples[0].Count, warmUp.Calls, warmUp.Elapsed, [.. contenders.Select((c, i) => Measurement.Of(c, operations[i], samples[i]))]);
    }

    public void Dispose() => _tiers.Dispose();

    /// <summary>What the aims compare makes whole passes, however slow the machine is: the same memory, in the same order.</summary>
    private static bool MakesWholePasses(Contender contender) => contender.NeverFewer || contender.Peer is Peer.RawPointer or Peer.Ferrite;

    private List<Sample>[] Measure(Timer timer, IReadOnlyList<Contender> contenders, long[] operations)
    {
        List<Sample>[] samples = [.. contenders.Select(static _ => new List<Sample>())];
        long start = Stopwatch.GetTimestamp();
        for (int round = 0; round < effort.FewestRounds || Stopwatch.GetElapsedTime(start) < effort.PerCase; round++)
        {
            for (int i = 0; i < contenders.Count; i++)
            {
                Sample sample = timer.Call(contenders[i], operations[i]);

                // The first round fills the caches that the others find filled.
                if (round > 0)
                {
                    samples[i].Add(sample);
                }
            }
        }

        return samples;
    }
}
