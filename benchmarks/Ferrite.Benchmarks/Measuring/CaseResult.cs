using Ferrite.Benchmarks.Cases;

namespace Ferrite.Benchmarks.Measuring;

/// <summary>One case, measured.</summary>
internal sealed record CaseResult(CaseEntry Case, int Rounds, int WarmUpCalls, TimeSpan WarmUpTime, IReadOnlyList<Measurement> Measurements)
{
    /// <summary>What others are compared with.</summary>
    internal Measurement Baseline =>
        Measurements.Where(m => m.Contender.IsBaseline && m.Contender.Threads == Threads).MinBy(static m => m.Median)!;

    /// <summary>The first contender of a peer, which stands for it.</summary>
    internal Measurement? Of(Peer peer) =>
        Measurements.FirstOrDefault(m => m.Contender.Peer == peer && m.Contender.Threads == Threads);

    /// <summary>A peer's contender of that name.</summary>
    internal Measurement Of(Peer peer, string name) =>
        Measurements.First(m => m.Contender.Peer == peer && string.Equals(m.Contender.Name, name, StringComparison.Ordinal));

    /// <summary>How many times as long as alone a thread takes beside a second one.</summary>
    internal double Slowdown(Measurement measurement) =>
        measurement.Median / Measurements.First(m => m.Contender.Threads == 1 && m.Contender.Kernel == measurement.Contender.Kernel).Median;

    /// <summary>Threads of the contenders that are compared: 2 where that is what the case is about.</summary>
    internal int Threads => Measurements.Max(static m => m.Contender.Threads);
}
