using System.Text.Json;
using Ferrite.Benchmarks.Measuring;

namespace Ferrite.Benchmarks.Reports;

/// <summary>For programs. Times are nanoseconds per operation.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    internal static string Of(Machine machine, IReadOnlyList<CaseResult> results) => JsonSerializer.Serialize(
        new
        {
            Machine = machine,
            LoadAfter = Machine.Load(),
            Cases = results.Select(static result => new
            {
                result.Case.Name,
                result.Case.Title,
                result.Case.Operation,
                FileBytes = result.Case.Length,
                result.Rounds,
                result.WarmUpCalls,
                WarmUpSeconds = result.WarmUpTime.TotalSeconds,
                Contenders = result.Measurements.Select(static m => new
                {
                    Peer = m.Contender.Peer.ToString(),
                    m.Contender.Name,
                    m.Contender.Threads,
                    m.Operations,
                    m.Calls,
                    m.IsDisturbed,
                    m.Nanoseconds,
                    m.CpuNanoseconds,
                    m.AllocatedBytes,
                }),
            }),
            Aims = new Aims(results).All(),
        },
        Options);
}
