using System.Globalization;
using System.Text;
using Ferrite.Benchmarks.Cases;
using Ferrite.Benchmarks.Measuring;

namespace Ferrite.Benchmarks.Reports;

/// <summary>For docs/performance.md: the machine, the aims, the summary, and every figure with its spread.</summary>
internal static class MarkdownReport
{
    private const string None = "–";

    internal static string Of(Machine machine, string command, IReadOnlyList<CaseResult> results)
    {
        var text = new StringBuilder();
        text.Append("Printed by `").Append(command).Append("` on ").Append(DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Append(".\n\n");
        text.Append("Machine: ").Append(machine.Describe("; ")).Append("; load average ").Append(machine.LoadBefore).Append(" before, ")
            .Append(Machine.Load()).Append(" after.\n");
        AppendAims(text, results);
        AppendSummary(text, results);
        AppendDetails(text, results);
        return text.ToString();
    }

    private static void AppendAims(StringBuilder text, IReadOnlyList<CaseResult> results)
    {
        text.Append("\n### Aims\n\n| Aim | Measured | |\n|---|---|---|\n");
        var aims = new Aims(results);
        foreach (Aim aim in aims.All())
        {
            text.Append("| ").Append(aim.What).Append(" | ").Append(aim.Measured).Append(" | ").Append(aim.Met ? aim.Verdict : $"**{aim.Verdict}**").Append(" |\n");
        }

        text.Append(aims.Caution is { } caution ? $"\n**{caution}**\n" : "");
    }

    private static void AppendSummary(StringBuilder text, IReadOnlyList<CaseResult> results)
    {
        text.Append("\n### Summary\n\n");
        foreach (RatioPlot plot in RatioPlot.Of(results))
        {
            text.Append(CultureInfo.InvariantCulture, $"![{plot.Title}: how many times the raw pointer's time Ferrite and its peers take](plots/{plot.Name}.svg)\n\n");
        }

        text.Append("Medians, and in brackets how many times Ferrite's that is.\n\n")
            .Append("| | raw pointer | Ferrite | × raw | BCL mapping | `RandomAccess` | `FileStream` |\n|---|--:|--:|--:|--:|--:|--:|\n");
        foreach (CaseResult result in results)
        {
            Measurement raw = result.Baseline;
            Measurement ferrite = result.Of(Peer.Ferrite)!;
            text.Append("| ").Append(result.Case.Title)
                .Append(" | ").Append(Format.Time(raw.Median))
                .Append(" | **").Append(Format.Time(ferrite.Median))
                .Append("** | **").Append(Format.Ratio(ferrite.Median / raw.Median)).Append("** |");
            foreach (Peer peer in new[] { Peer.Accessor, Peer.RandomAccess, Peer.FileStream })
            {
                Measurement? m = result.Of(peer);
                text.Append(' ').Append(m is null ? None : $"{Format.Time(m.Median)} ({Format.Ratio(m.Median / ferrite.Median)})").Append(" |");
            }

            text.Append('\n');
        }
    }

    private static void AppendDetails(StringBuilder text, IReadOnlyList<CaseResult> results)
    {
        text.Append("\n### Every figure\n");
        foreach (CaseResult result in results)
        {
            text.Append("\n**").Append(result.Case.Title).Append("** (`").Append(result.Case.Name).Append("`), ").Append(result.Case.Operation)
                .Append(CultureInfo.InvariantCulture, $"; {result.Rounds} rounds after {result.WarmUpCalls} calls of warm-up\n\n")
                .Append("| | calls | median | quartiles | least .. most | × raw | bytes allocated |")
                .Append(result.Threads > 1 ? " × one thread |" : "").Append(HasCpu(result) ? " processor time |" : "")
                .Append("\n|---|--:|--:|--:|--:|--:|--:|").Append(result.Threads > 1 ? "--:|" : "").Append(HasCpu(result) ? "--:|" : "").Append('\n');
            foreach (Measurement m in result.Measurements.Where(m => m.Contender.Threads == result.Threads))
            {
                AppendRow(text, result, m);
            }
        }
    }

    private static void AppendRow(StringBuilder text, CaseResult result, Measurement m)
    {
        Summary s = m.Nanoseconds;
        text.Append("| ").Append(m.Contender.Peer).Append(": `").Append(m.Contender.Name)
            .Append("` | ").Append(CultureInfo.InvariantCulture, $"{m.Calls}").Append(m.IsDisturbed ? " (disturbed)" : "").Append(" | ").Append(Format.Time(s.Median))
            .Append(" | ").Append(Format.Time(s.LowerQuartile)).Append(" .. ").Append(Format.Time(s.UpperQuartile))
            .Append(" | ").Append(Format.Time(s.Least)).Append(" .. ").Append(Format.Time(s.Most))
            .Append(" | ").Append(Format.Ratio(s.Median / result.Baseline.Median))
            .Append(" | ").Append(Format.Bytes(m.AllocatedBytes)).Append(" |");
        if (result.Threads > 1)
        {
            text.Append(' ').Append(Format.Ratio(result.Slowdown(m))).Append(" |");
        }

        if (HasCpu(result))
        {
            text.Append(' ').Append(Format.Time(m.CpuNanoseconds.Median)).Append(" |");
        }

        text.Append('\n');
    }

    /// <summary>What takes system calls or leaves work to the finalizer is also judged by what it costs all threads together.</summary>
    private static bool HasCpu(CaseResult result) => result.Measurements.All(static m => !m.Contender.IsAccess);
}
