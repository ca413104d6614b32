using System.Globalization;
using Ferrite.SdkFloor.Values;

namespace Ferrite.SdkFloor.Build.Packing;

/// <summary>
/// Days of builds as a regular expression over the five digits of a build number: what plain MSBuild can ask, in any condition.
/// </summary>
internal static class DayPattern
{
    private const string First = "00000";
    private const string Last = "99999";
    private const string AnyDigit = "[0-9]";

    internal static string Of(DailyDates dates)
    {
        var alternatives = new List<string>();
        if (dates.HasRange)
        {
            alternatives.Add(Between(dates.First is { } first ? Digits(first) : First, dates.Last is { } last ? Digits(last) : Last));
        }

        alternatives.AddRange(dates.Days.Select(Digits));
        return "^(" + string.Join("|", alternatives) + ")$";
    }

    private static string Digits(DateTime day) => BuildDate.ToNumber(day).ToString("D5", CultureInfo.InvariantCulture);

    /// <summary>Numbers of as many digits as both ends have.</summary>
    private static string Between(string low, string high)
    {
        if (low.Length == 0)
        {
            return "";
        }

        if (low[0] == high[0])
        {
            return low[0] + Between(low.Substring(1), high.Substring(1));
        }

        string within = low[0] + 1 < high[0] ? $"|[{(char)(low[0] + 1)}-{(char)(high[0] - 1)}]{Any(low.Length - 1)}" : "";
        return $"({low[0]}{AtLeast(low.Substring(1))}{within}|{high[0]}{AtMost(high.Substring(1))})";
    }

    private static string AtLeast(string low) =>
        low.Length == 0 ? ""
        : low[0] == '9' ? "9" + AtLeast(low.Substring(1))
        : $"({low[0]}{AtLeast(low.Substring(1))}|[{(char)(low[0] + 1)}-9]{Any(low.Length - 1)})";

    private static string AtMost(string high) =>
        high.Length == 0 ? ""
        : high[0] == '0' ? "0" + AtMost(high.Substring(1))
        : $"({high[0]}{AtMost(high.Substring(1))}|[0-{(char)(high[0] - 1)}]{Any(high.Length - 1)})";

    private static string Any(int count) => string.Concat(Enumerable.Repeat(AnyDigit, count));
}
