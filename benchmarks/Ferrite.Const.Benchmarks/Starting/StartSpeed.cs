using System.Diagnostics;
using System.Globalization;

namespace Ferrite.Const.Benchmarks.Starting;

/// <summary>Whole processes, one of each variant in turn.</summary>
internal static class StartSpeed
{
    private const int Runs = 41;

    internal static void Run()
    {
        string[] variants = [Start.Computed, Start.Const];
        List<(double First, double Processor, double Wall)>[] figures = [[], []];
        for (int run = 0; run <= Runs; run++)
        {
            for (int i = 0; i < variants.Length; i++)
            {
                var figure = RunOnce(variants[i]);

                // The first of each brings the files into the page cache.
                if (run > 0) figures[i].Add(figure);
            }
        }

        Measure.Print($"| median of {Runs} processes each, in turn | computed at start | of the compiler | ratio |");
        Measure.Print($"|---|--:|--:|--:|");
        Row("first use of the three tables", static figure => figure.First);
        Row("processor time of the process, user and system", static figure => figure.Processor);
        Row("from its start to its end", static figure => figure.Wall);

        void Row(string what, Func<(double First, double Processor, double Wall), double> select)
        {
            double computed = Measure.Median(figures[0].Select(select)) / 1e6, made = Measure.Median(figures[1].Select(select)) / 1e6;
            Measure.Print($"| {what} | {computed:F2} ms | {made:F2} ms | {made / computed:F2}× |");
        }
    }

    /// <exception cref="InvalidDataException">The process failed, or has another result.</exception>
    private static (double First, double Processor, double Wall) RunOnce(string variant)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };

        // Through "dotnet exec" where that is what runs this.
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath!) is "dotnet") start.ArgumentList.Add(Environment.GetCommandLineArgs()[0]);
        start.ArgumentList.Add("--start");
        start.ArgumentList.Add(variant);
        long begun = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        string[] printed = process.StandardOutput.ReadToEnd().Split(' ', StringSplitOptions.TrimEntries);
        process.WaitForExit();
        double wall = Stopwatch.GetElapsedTime(begun).TotalNanoseconds;
        if (process.ExitCode != 0 || printed.Length != 3 || long.Parse(printed[0], CultureInfo.InvariantCulture) != Start.UseConst())
        {
            throw new InvalidDataException($"The process of '{variant}' ended with {process.ExitCode} and '{string.Join(' ', printed)}'.");
        }

        return (double.Parse(printed[1], CultureInfo.InvariantCulture), double.Parse(printed[2], CultureInfo.InvariantCulture), wall);
    }
}
