using System.Globalization;
using System.Text;
using Ferrite.Benchmarks.Cases;
using Ferrite.Benchmarks.Measuring;

namespace Ferrite.Benchmarks.Reports;

/// <summary>For a terminal: a case as soon as it is measured, the aims at the end.</summary>
internal static class TextReport
{
    private const int MostNameColumns = 60;

    internal static string Of(Machine machine) => machine.Describe("\n") + $"\nload {machine.LoadBefore} before the first case\n";

    internal static string Of(CaseResult result)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"\n{result.Case.Title} ({result.Case.Name}): {result.Rounds} rounds after {result.WarmUpCalls} calls ")
            .Append(CultureInfo.InvariantCulture, $"and {result.WarmUpTime.TotalSeconds:0.0} s of warm-up; {result.Case.Operation}, median [quartiles]\n");
        Measurement raw = result.Baseline;
        Measurement ferrite = result.Of(Peer.Ferrite)!;
        foreach (Measurement m in result.Measurements.Where(m => m.Contender.Threads == result.Threads))
        {
            string name = $"{m.Contender.Peer}: {m.Contender.Name}";
            text.Append("  ").Append((name.Length <= MostNameColumns ? name : name[..(MostNameColumns - 1)] + "…").PadRight(MostNameColumns))
                .Append(Format.Time(m.Median).PadLeft(10))
                .Append($"  [{Format.Time(m.Nanoseconds.LowerQuartile)} .. {Format.Time(m.Nanoseconds.UpperQuartile)}]".PadRight(26))
                .Append($"{Format.Ratio(m.Median / raw.Median)} raw".PadLeft(12))
                .Append($"{Format.Ratio(m.Median / ferrite.Median)} Ferrite".PadLeft(17))
                .Append($"{Format.Bytes(m.AllocatedBytes)} B".PadLeft(9))
                .Append(CultureInfo.InvariantCulture, $"{m.Calls,6} calls").Append(m.IsDisturbed ? " (disturbed)" : "")
                .Append(result.Threads > 1 ? $"   {Format.Ratio(result.Slowdown(m))} of one thread" : "")
                .Append(m.Contender.IsAccess ? "" : $"   {Format.Time(m.CpuNanoseconds.Median)} CPU")
                .Append('\n');
        }

        return text.ToString();
    }

    internal static string Of(Aims aims)
    {
        var text = new StringBuilder("\nAims\n");
        foreach (Aim aim in aims.All())
        {
            text.Append("  ").Append(aim.Verdict.PadRight(8)).Append(aim.What).Append(": ").Append(aim.Measured).Append('\n');
        }

        return text.Append(aims.Caution is { } caution ? $"{caution}\n" : "").ToString();
    }
}
