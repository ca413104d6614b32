using System.Globalization;

namespace Ferrite.Cli.Output;

/// <summary>Numbers for people. Never "100 %" for less than all, never "0 %" for more than nothing.</summary>
internal static class Quantity
{
    private const string Units = "KMGTPEZY";

    /// <summary>Bytes in at most five characters: 0, 1023, 4.0K, 64K, 1.5G.</summary>
    internal static string ShortBytes(long bytes)
    {
        (double value, int unit) = Scale(bytes);
        return unit < 0 ? Plain(bytes) : Round(value) + Units[unit];
    }

    /// <summary>Bytes as in running text: "64 MiB".</summary>
    internal static string Bytes(Int128 bytes)
    {
        (double value, int unit) = Scale(bytes);
        return unit < 0 ? $"{Plain((long)bytes)} bytes" : $"{Round(value)} {Units[unit]}iB";
    }

    /// <summary>With thousands separators.</summary>
    internal static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    internal static string Plain(long count) => count.ToString(CultureInfo.InvariantCulture);

    /// <summary>Of what; "-" of nothing.</summary>
    internal static string Percent(long part, long whole)
    {
        if (whole == 0)
        {
            return "-";
        }

        double percent = 100.0 * part / whole;
        return part == 0 ? "0%"
            : part == whole ? "100%"
            : percent < 0.1 ? "<0.1%"
            : percent > 99.9 ? ">99.9%"
            : string.Create(CultureInfo.InvariantCulture, $"{percent:0.0}%");
    }

    private static (double Value, int Unit) Scale(Int128 bytes)
    {
        double value = (double)bytes;
        int unit = -1;
        // What would be rounded to 1024 is one of the next unit.
        while (value >= (unit < 0 ? 1024 : 1023.5))
        {
            value /= 1024;
            unit++;
        }

        return (value, unit);
    }

    private static string Round(double value) => value.ToString(value < 9.95 ? "0.0" : "0", CultureInfo.InvariantCulture);
}
