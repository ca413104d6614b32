using Ferrite.Benchmarks.Cases;
using Ferrite.Benchmarks.Measuring;

namespace Ferrite.Benchmarks.Tests;

/// <summary>Results that nothing was measured for.</summary>
internal static class Results
{
    internal static CaseResult Of(string name, params (Peer Peer, double Median)[] measured) =>
        Of(name, [.. measured.Select(static m => (m.Peer, m.Median, 0.0))]);

    internal static CaseResult Of(string name, params (Peer Peer, double Median, double Allocated)[] measured) => new(
        CaseList.All.Single(entry => string.Equals(entry.Name, name, StringComparison.Ordinal)),
        Rounds: 1,
        WarmUpCalls: 1,
        TimeSpan.Zero,
        [.. measured.Select(static m => new Measurement(Named(m.Peer), 1, Summary.Of([m.Median]), Summary.Of([m.Median]), m.Allocated, Calls: 1, IsDisturbed: false))]);

    internal static Contender Named(Peer peer) => new()
    {
        Peer = peer,
        IsBaseline = peer == Peer.RawPointer,
        Name = peer.ToString(),
        Kernel = static _ => 0,
        Expected = static _ => 0,
        Operations = 1,
    };
}
