using Ferrite.Benchmarks.Cases;

namespace Ferrite.Benchmarks.Measuring;

/// <summary>What one contender took.</summary>
/// <param name="Contender">Who.</param>
/// <param name="Operations">Operations of each call.</param>
/// <param name="Nanoseconds">Per operation, over the rounds.</param>
/// <param name="CpuNanoseconds">Processor time of the whole process per operation, over the rounds.</param>
/// <param name="AllocatedBytes">Of the worst call, per operation.</param>
/// <param name="Calls">Calls that count: those in which the scheduler gave the processor to nobody else, if they are enough.</param>
/// <param name="IsDisturbed">They are not enough: all calls count, and the figures hold other programs' time too.</param>
internal sealed record Measurement(
    Contender Contender, long Operations, Summary Nanoseconds, Summary CpuNanoseconds, double AllocatedBytes, int Calls, bool IsDisturbed)
{
    /// <summary>Fewer undisturbed calls than this tell less than all of them.</summary>
    private const int FewestCalls = 7;

    internal static Measurement Of(Contender contender, long operations, IReadOnlyList<Sample> samples)
    {
        Sample[] calm = [.. samples.Where(static s => s.Preemptions == 0)];
        bool disturbed = calm.Length < Math.Min(FewestCalls, samples.Count);
        IReadOnlyList<Sample> used = disturbed ? samples : calm;
        return new Measurement(
            contender,
            operations,
            Summary.Of(used.Select(s => s.Nanoseconds / operations)),
            Summary.Of(used.Select(s => s.CpuNanoseconds / operations)),
            samples.Max(static s => s.AllocatedBytes) / (double)operations,
            used.Count,
            disturbed);
    }

    internal double Median => Nanoseconds.Median;
}
