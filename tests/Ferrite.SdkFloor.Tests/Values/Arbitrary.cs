using System.Globalization;
using Ferrite.SdkFloor.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Ferrite.SdkFloor.Tests.Values;

/// <summary>Versions and values such as projects could have, with many that are near each other.</summary>
internal static class Arbitrary
{
    private static readonly DateTime FirstDay = new(2024, 12, 20, 0, 0, 0, DateTimeKind.Utc);

    internal static Gen<SdkVersion> Version { get; } =
        from major in Gen.Choose(1, 11)
        from minor in Gen.Frequency((6, Gen.Constant(0)), (1, Gen.Choose(0, 3)))
        from patch in Gen.OneOf(Gen.Elements(100, 101, 200, 300, 400, 401, 1000), Gen.Choose(100, 140))
        from prerelease in Gen.Frequency((3, Gen.Constant("")), (5, Prerelease))
        select new SdkVersion(major, minor, patch, prerelease);

    internal static Gen<FloorValue> Value { get; } = Gen.Frequency(
        (6, Version.Select(FloorValue.Of)),
        (1, Gen.Constant(FloorValue.Stable)),
        (1, Gen.Constant(FloorValue.Preview)),
        (4, Dates.Select(FloorValue.Of)));

    internal static Gen<DailyDates> Dates =>
        from start in Day
        from length in Gen.Choose(0, 90)
        from shape in Gen.Choose(0, 4)
        from days in Day.ListOf().Select(static days => days.Distinct().Take(4).ToArray())
        let single = days.Length == 0 ? [start] : days
        select shape switch
        {
            0 => new DailyDates(null, null, single),
            1 => new DailyDates(start, null, days),
            2 => new DailyDates(null, start, days),
            _ => new DailyDates(start, start.AddDays(length), days),
        };

    internal static Gen<DateTime> Day => Gen.Choose(0, 700).Select(static days => FirstDay.AddDays(days));

    private static Gen<string> Prerelease => Gen.OneOf(
        from label in Gen.Elements("preview", "Preview", "rc", "RC", "alpha", "beta", "servicing", "rtm")
        from number in Gen.Choose(0, 12)
        from build in Gen.Elements(25101, 25201, 25502, 26153, 26475)
        from revision in Gen.Choose(0, 3)
        from parts in Gen.Choose(1, 4)
        select string.Join('.', new[] { label, Text(number), Text(build), Text(revision) }.Take(parts)),
        Gen.Elements("a", "B", "b", "0", "1", "-5", "1000", "2147483648", "x-y", "preview1-008174", "rc1", "7a", "preview-1", "rc.-1.4", "preview.x.3")
            .ListOf().Select(static labels => labels.Count == 0 ? "z" : string.Join('.', labels.Take(4))));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
