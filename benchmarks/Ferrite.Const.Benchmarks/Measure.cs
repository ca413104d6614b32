using System.Diagnostics;
using System.Globalization;

namespace Ferrite.Const.Benchmarks;

/// <summary>Processor time: other work on the machine doesn't count.</summary>
internal static class Measure
{
    internal static double Best(int runs, Action action)
    {
        double best = double.MaxValue;
        using var process = Process.GetCurrentProcess();
        for (int i = 0; i < runs; i++)
        {
            process.Refresh();
            TimeSpan before = process.TotalProcessorTime;
            action();
            process.Refresh();
            best = Math.Min(best, (process.TotalProcessorTime - before).TotalMilliseconds);
        }

        return best;
    }

    private static readonly List<string> Lines = [];

    internal static void Print(FormattableString line)
    {
        string text = line.ToString(CultureInfo.InvariantCulture);
        Console.WriteLine(text);
        Lines.Add(text);
    }

    /// <summary>What was printed since the last time.</summary>
    internal static IReadOnlyList<string> Take()
    {
        string[] lines = [.. Lines];
        Lines.Clear();
        return lines;
    }

    internal static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
