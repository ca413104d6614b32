using System.Diagnostics;
using Ferrite.Benchmarks.Cases;

namespace Ferrite.Benchmarks.Measuring;

/// <summary>
/// Calls the kernels until each runs fully optimized and the compiler has been quiet for a while, so that what they call is too. The
/// runtime counts calls only in the pauses between compilations, and compiles in the background: hence the pauses.
/// </summary>
internal sealed class WarmUp(Timer timer, TierWatch tiers)
{
    /// <summary>More than the 30 calls after which the runtime compiles a method anew.</summary>
    private const int CallsOfTurn = 40;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(60);
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan LongestWarmUp = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ShortCall = TimeSpan.FromMilliseconds(0.3);

    /// <summary>Calls made, of each kernel.</summary>
    internal int Calls { get; private set; }

    internal TimeSpan Elapsed { get; private set; }

    /// <exception cref="TimeoutException">A kernel isn't compiled with full optimization.</exception>
    internal void Run(IReadOnlyList<Contender> contenders)
    {
        long start = Stopwatch.GetTimestamp();
        tiers.Listen();
        long[] counts = [.. contenders.Select(contender => Fit(contender, ShortCall))];
        do
        {
            for (int i = 0; i < contenders.Count; i++)
            {
                for (int call = 0; call < CallsOfTurn; call++)
                {
                    timer.Call(contenders[i], counts[i]);
                }
            }

            Calls += CallsOfTurn;
            Thread.Sleep(Pause);
            ThrowIfTooLong(contenders, Stopwatch.GetElapsedTime(start));
        }
        while (!contenders.All(c => tiers.IsOptimized(c.Kernel.Method)) || tiers.Quiet < Quiet);
        tiers.Rest();
        Elapsed = Stopwatch.GetElapsedTime(start);
    }

    /// <summary>How many operations the contender makes in about the time, at most a whole pass.</summary>
    internal long Fit(Contender contender, TimeSpan time)
    {
        if (contender.WholePassOnly)
        {
            return contender.Operations;
        }

        long operations = 1;
        while (true)
        {
            double taken = timer.Call(contender, operations).Nanoseconds;
            if (operations == contender.Operations || taken >= time.TotalNanoseconds / 2)
            {
                return Math.Clamp((long)(operations * time.TotalNanoseconds / taken), 1, contender.Operations);
            }

            operations = Math.Min(operations * 2, contender.Operations);
        }
    }

    private void ThrowIfTooLong(IReadOnlyList<Contender> contenders, TimeSpan elapsed)
    {
        if (elapsed > LongestWarmUp)
        {
            IEnumerable<string> late = contenders.Where(c => !tiers.IsOptimized(c.Kernel.Method)).Select(static c => $"{c.Peer} {c.Name}");
            throw new TimeoutException($"Not compiled with full optimization after {elapsed.TotalSeconds:0} s: {string.Join(", ", late)}.");
        }
    }
}
