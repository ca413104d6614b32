using System.Diagnostics;
using System.Runtime;

namespace Ferrite.Const.Benchmarks.Kernels;

/// <summary>In rounds: every contender has one turn, then again all of them, in one process. Medians, and ratios of medians.</summary>
internal static class KernelSpeed
{
    private const int Rounds = 3001;
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(0.3);

    /// <exception cref="InvalidDataException">A kernel's result isn't the model's.</exception>
    internal static void Verify()
    {
        foreach (Kernel kernel in Kernel.All)
        {
            double expected = kernel.Model();
            if (expected == 0) throw new InvalidDataException($"{kernel.Title}: the data say nothing.");
            foreach (Func<double> contender in (Func<double>[])[kernel.Typed, kernel.ByHand, kernel.AtRunTime]) Verify(kernel, contender(), expected);
        }
    }

    internal static void Run()
    {
        Measure.Print($"| one operation | by hand | length as a type | at run time | type ÷ hand | run time ÷ type |");
        Measure.Print($"|---|--:|--:|--:|--:|--:|");
        foreach (Kernel kernel in Kernel.All)
        {
            Func<double>[] contenders = [kernel.ByHand, kernel.Typed, kernel.AtRunTime];
            double expected = kernel.Model();
            WarmUp(contenders);
            var times = contenders.Select(static _ => new List<double>(Rounds)).ToArray();
            for (int round = 0; round < Rounds; round++)
            {
                for (int i = 0; i < contenders.Length; i++)
                {
                    // Who begins changes, so that none is always measured after the same other.
                    int turn = (i + round) % contenders.Length;
                    long begun = Stopwatch.GetTimestamp();
                    double result = contenders[turn]();
                    times[turn].Add(Stopwatch.GetElapsedTime(begun).TotalNanoseconds / kernel.Operations);
                    Verify(kernel, result, expected);
                }
            }

            double[] medians = [.. times.Select(Measure.Median)];
            Measure.Print($"| {kernel.Title} | {medians[0]:F2} ns | {medians[1]:F2} ns | {medians[2]:F2} ns | {medians[1] / medians[0]:F3}× | {medians[2] / medians[1]:F2}× |");
        }
    }

    private static void Verify(Kernel kernel, double result, double expected)
    {
        if (result != expected) throw new InvalidDataException($"{kernel.Title}: {result} instead of {expected}.");
    }

    /// <summary>Until the JIT has had nothing to compile for a while.</summary>
    private static void WarmUp(Func<double>[] contenders)
    {
        long compiled = -1, since = 0;
        while (compiled != JitInfo.GetCompiledMethodCount() || Stopwatch.GetElapsedTime(since) < Quiet)
        {
            if (compiled != JitInfo.GetCompiledMethodCount())
            {
                compiled = JitInfo.GetCompiledMethodCount();
                since = Stopwatch.GetTimestamp();
            }

            for (int i = 0; i < 50; i++)
            {
                foreach (Func<double> contender in contenders) _ = contender();
            }
        }
    }
}
