using System.Globalization;
using Ferrite.Cli.Output;

namespace Ferrite.Cli.Cache.Acting;

/// <summary>"███░░░ 45.0%  1.2 GiB of 2.7 GiB  340 MiB/s  4 s left".</summary>
internal static class ProgressText
{
    private const int LeastBar = 10;
    private const int LongestBar = 40;

    /// <param name="done">Bytes.</param>
    /// <param name="total">Bytes; files change, so it may turn out to be less than what is done.</param>
    /// <param name="elapsed">Since the beginning.</param>
    /// <param name="width">Of the terminal; null where there is none, and no bar is drawn.</param>
    /// <param name="unicode">Whether the bar may be of blocks.</param>
    internal static string Of(long done, Int128 total, TimeSpan elapsed, int? width, bool unicode)
    {
        total = Int128.Max(total, done);
        double share = total == 0 ? 1 : (double)done / (double)total;
        double rate = done / Math.Max(0.001, elapsed.TotalSeconds);
        string left = done == 0 ? "" : $"  {Duration(TimeSpan.FromSeconds(Math.Min((double)(total - done) / rate, 1e9)))} left";
        string text = string.Create(
            CultureInfo.InvariantCulture, $"{Math.Floor(share * 100),3:0}%  {Quantity.Bytes(done)} of {Quantity.Bytes(total)}  {Quantity.Bytes((Int128)rate)}/s{left}");
        return width is { } columns ? Bar(share, columns - text.Length - 2, unicode) + text : text.TrimStart();
    }

    private static string Bar(double share, int room, bool unicode)
    {
        if (room < LeastBar)
        {
            return "";
        }

        int length = Math.Min(room, LongestBar);
        int full = (int)(share * length);
        return new string(unicode ? '█' : '#', full) + new string(unicode ? '░' : '-', length - full) + " ";
    }

    private static string Duration(TimeSpan time) =>
        time.TotalHours >= 1 ? string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalHours} h {time.Minutes} min")
        : time.TotalMinutes >= 1 ? string.Create(CultureInfo.InvariantCulture, $"{time.Minutes} min {time.Seconds} s")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalSeconds):0} s");
}
