using System.Globalization;

namespace Ferrite.Benchmarks.Reports;

/// <summary>Figures as they are written: three digits that count.</summary>
internal static class Format
{
    private const double Thousand = 1000;

    /// <summary>A time with its unit.</summary>
    internal static string Time(double nanoseconds) => nanoseconds switch
    {
        < Thousand => $"{Figure(nanoseconds)} ns",
        < Thousand * Thousand => $"{Figure(nanoseconds / Thousand)} µs",
        _ => $"{Figure(nanoseconds / (Thousand * Thousand))} ms",
    };

    internal static string Ratio(double ratio) => $"{Figure(ratio)}×";

    internal static string Figure(double value)
    {
        string format = Math.Abs(value) switch
        {
            < 10 => "0.00",
            < 100 => "0.0",
            _ => "#,0",
        };
        return value.ToString(format, CultureInfo.InvariantCulture);
    }

    internal static string Bytes(double bytes) => bytes == 0 ? "0" : bytes < 1 ? "< 1" : bytes.ToString("0", CultureInfo.InvariantCulture);
}
