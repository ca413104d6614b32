using System.Globalization;
using System.Text.RegularExpressions;
using Ferrite.SdkFloor.Build.Packing;
using Ferrite.SdkFloor.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Ferrite.SdkFloor.Build.Tests.Packing;

/// <summary>Days as a pattern say what days as days say.</summary>
public sealed class DayPatternTests
{
    private static readonly DateTime First = new(2019, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static Gen<DateTime> Days => Gen.Choose(0, 12 * 365).Select(static days => First.AddDays(days));

    private static Gen<DateTime?> Bounds => Gen.OneOf(Gen.Constant((DateTime?)null), Days.Select(static day => (DateTime?)day));

    private static Gen<(DailyDates Dates, DateTime Day)> Cases =>
        from bounds in Gen.Two(Bounds)
        from singles in Gen.ListOf(Days, 3)
        from asked in Days
        from near in Gen.Elements(singles.Append(asked).Append(bounds.Item1 ?? asked).Append(bounds.Item2 ?? asked).ToArray())
        from step in Gen.Choose(-1, 1)
        let first = bounds.Item1 > bounds.Item2 ? bounds.Item2 : bounds.Item1
        let last = bounds.Item1 > bounds.Item2 ? bounds.Item1 : bounds.Item2
        select (new DailyDates(first, last, [.. singles.Distinct()]), near.AddDays(step));

    [Fact]
    public void A_pattern_matches_the_days_that_are_allowed_and_no_others() => Deep.ForAll(Cases, static found =>
    {
        string pattern = DayPattern.Of(found.Dates);
        string number = BuildDate.ToNumber(found.Day).ToString("D5", CultureInfo.InvariantCulture);
        Assert.Equal(found.Dates.Contains(found.Day), Regex.IsMatch(number, pattern, RegexOptions.None, TimeSpan.FromSeconds(10)));
        Assert.DoesNotMatch(pattern, "");
    });

    /// <summary>It stands in a condition of MSBuild, between apostrophes.</summary>
    [Fact]
    public void A_pattern_has_no_character_that_msbuild_reads() => Deep.ForAll(Cases, static found =>
        Assert.Matches("^[]0-9^$()|[-]+$", DayPattern.Of(found.Dates)));
}
