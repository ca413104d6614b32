using System.Globalization;

namespace Ferrite.SdkFloor.Values;

/// <summary>
/// Days of daily builds. The build number in a version is a date: 25201 is 2025-04-01, the year, then fifty for each month, and the day.
/// Also compiled for netstandard2.0.
/// </summary>
internal static class BuildDate
{
    internal const string Format = "yyyy-MM-dd";

    private const int DigitsOfBuild = 5;
    private const int DaysPerMonth = 50;
    private const int Century = 2000;

    /// <summary>The day of a build number; null where it is none.</summary>
    internal static DateTime? OfNumber(int number)
    {
        int year = Century + (number / 1000);
        int month = number % 1000 / DaysPerMonth;
        int day = number % 1000 % DaysPerMonth;
        return number is >= 10_000 and <= 99_999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc)
            : null;
    }

    /// <summary>The build number of a day.</summary>
    internal static int ToNumber(DateTime day) => ((day.Year - Century) * 1000) + (day.Month * DaysPerMonth) + day.Day;

    /// <summary>The day that the label of a prerelease tells, "preview.3.25201.16"; null where it tells none, as in a stable version.</summary>
    internal static DateTime? OfVersion(SdkVersion version)
    {
        string[] labels = version.Labels;
        for (int i = 1; i < labels.Length; i++)
        {
            if (labels[i].Length == DigitsOfBuild && SdkVersionText.IsDigits(labels[i])
                && OfNumber(int.Parse(labels[i], NumberStyles.None, CultureInfo.InvariantCulture)) is { } day)
            {
                return day;
            }
        }

        return null;
    }

    /// <summary>
    /// The day of an SDK by the lines of its <c>.version</c> file: a stable SDK says only there from which build it is
    /// ("10.0.401-servicing.26423.113"). Null where no line tells.
    /// </summary>
    internal static DateTime? OfVersionFile(IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            if (SdkVersion.TryParse(line.Trim(), out SdkVersion? version) && OfVersion(version!) is { } day)
            {
                return day;
            }
        }

        return null;
    }

    internal static bool TryParse(string text, out DateTime day) => DateTime.TryParseExact(
        text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out day);

    internal static string ToText(DateTime day) => day.ToString(Format, CultureInfo.InvariantCulture);
}
