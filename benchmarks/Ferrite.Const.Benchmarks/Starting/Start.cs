using System.Diagnostics;
using System.Globalization;

namespace Ferrite.Const.Benchmarks.Starting;

/// <summary>What the program does when it starts itself: uses each table once.</summary>
internal static class Start
{
    internal const int Tables = 3;
    internal const string Const = "const";
    internal const string Computed = "computed";

    /// <summary>Prints the checksum, the time of first use and the processor time of the process, in nanoseconds.</summary>
    internal static int Run(string variant)
    {
        long begun = Stopwatch.GetTimestamp();
        long sum = string.Equals(variant, Const, StringComparison.Ordinal) ? UseConst() : UseComputed();
        double first = Stopwatch.GetElapsedTime(begun).TotalNanoseconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sum} {first:F0} {Environment.CpuUsage.TotalTime.TotalNanoseconds:F0}"));
        return 0;
    }

    /// <exception cref="InvalidDataException">The compiler's tables aren't those that are computed.</exception>
    internal static void Verify()
    {
        if (!ConstTables.Crc32.SequenceEqual(ComputedTables.Crc32) || ConstTables.Multiplier != ComputedTables.Multiplier || !ConstTables.Primes.SequenceEqual(ComputedTables.Primes))
        {
            throw new InvalidDataException("The tables differ.");
        }
    }

    internal static long UseConst() => Sum(ConstTables.Crc32, ConstTables.Multiplier, ConstTables.Primes);

    private static long UseComputed() => Sum(ComputedTables.Crc32, ComputedTables.Multiplier, ComputedTables.Primes);

    private static long Sum(ReadOnlySpan<uint> crc, uint multiplier, ReadOnlySpan<int> primes)
    {
        long sum = multiplier;
        foreach (uint value in crc) sum += value;
        foreach (int value in primes) sum += value;
        return sum;
    }
}
