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

    internal static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
