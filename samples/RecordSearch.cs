using System.Globalization;
using System.Runtime.InteropServices;
using Ferrite.Mapping;

namespace Ferrite.Samples;

/// <summary>
/// A table of records in a file: written in place, found by binary search, summed up without a copy.
/// <c>dotnet run --project samples -- records /tmp/weather.bin 2024-02-29</c>
/// </summary>
internal static class RecordSearch
{
    private const int MinutesOfDay = 24 * 60;
    private const int Days = 2 * 366;

    private static readonly DateTime First = new(2023, 12, 31, 0, 0, 0, DateTimeKind.Utc);

    internal static int Run(string path, string day)
    {
        if (!File.Exists(path))
        {
            Create(path);
        }

        DateTime from = DateTime.Parse(day, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
        using MappedFile file = MappedFile.Open(path);
        using MappedRecords<Measurement> table = file.Records<Measurement>();

        long first = Find(table, from);
        MappedRecords<Measurement> found = table.Slice(first, Find(table, from.AddDays(1)) - first);
        double sum = 0;
        foreach (ref readonly Measurement measurement in found)
        {
            sum += measurement.Celsius;
        }

        Console.WriteLine(found.Count == 0
            ? $"nothing of {day} in {table.Count} records"
            : string.Create(CultureInfo.InvariantCulture, $"{found.Count} of {table.Count} records, from number {first} on, {sum / found.Count:f3} °C on average"));
        return 0;
    }

    /// <summary>The index of the first record at that time or later.</summary>
    private static long Find(MappedRecords<Measurement> table, DateTime time)
    {
        long index = table.BinarySearch(time.Ticks, static (ref readonly Measurement record, long ticks) => record.Ticks.CompareTo(ticks));
        return index < 0 ? ~index : index;
    }

    private static void Create(string path)
    {
        using MappedFile file = MappedFile.Create(path, (long)Days * MinutesOfDay * Measurement.Size);
        using MappedRecords<Measurement> table = file.Records<Measurement>();
        for (long i = 0; i < table.Count; i++)
        {
            table.GetWritable(i) = new Measurement(First.AddMinutes(i).Ticks, Math.Round(10 + (10 * Math.Sin(i / 1000.0)), 3));
        }
    }

    /// <summary>As it is in the file.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Measurement(long Ticks, double Celsius)
    {
        internal const int Size = 16;
    }
}
