using Ferrite.SdkFloor.Values;
using FsCheck;
using FsCheck.Fluent;
using NuGet.Versioning;

namespace Ferrite.SdkFloor.Tests.Values;

/// <summary>Values are written as they are read, versions are ordered as NuGet orders them, and the keys as versions are.</summary>
public sealed class PropertyTests
{
    [Fact]
    public void A_value_that_was_written_is_read_as_it_was() => Check.One(Deep.Config, Prop.ForAll(Arbitrary.Value.ToArbitrary(), static value =>
    {
        Assert.True(FloorValue.TryParse(value.ToString(), out FloorValue? read, out string? error), error);
        Assert.Equal(value.ToString(), read!.ToString(), ignoreCase: true);
        Assert.Equal(value, read);
        Assert.Equal(value.GetHashCode(), read.GetHashCode());
    }));

    [Fact]
    public void Versions_are_ordered_as_NuGet_orders_them() => Check.One(Deep.Config, Prop.ForAll(Pairs, static pair =>
    {
        (SdkVersion left, SdkVersion right) = pair;
        int expected = VersionComparer.VersionRelease.Compare(NuGetVersion.Parse(left.ToString()), NuGetVersion.Parse(right.ToString()));
        Assert.Equal(Math.Sign(expected), Math.Sign(left.CompareTo(right)));
        Assert.Equal(expected == 0, left.Equals(right));
        Assert.True(expected != 0 || left.GetHashCode() == right.GetHashCode());
    }));

    /// <summary>Of anything that looks like a version with three numbers.</summary>
    [Fact]
    public void What_NuGet_reads_is_read() => Check.One(Deep.Config, Prop.ForAll(
        Gen.Elements("0", "1", "01", "10", "-", ".", "-preview", ".0", ".1", "x", "10.0.100").ListOf().Select(string.Concat).ToArbitrary(), static text =>
        {
            // Our own limits: three parts, none of them padded, none above what a key can hold.
            string[] parts = text.Split('-')[0].Split('.');
            bool isOurs = parts.Length == 3 && parts.All(static part => part is "0" or { Length: > 0 and < 5 } && (part.Length == 1 || part[0] != '0'));
            Assert.True(!isOurs || SdkVersion.TryParse(text, out _) == NuGetVersion.TryParse(text, out _), text);
        }));

    [Fact]
    public void The_order_is_total() => Check.One(Deep.Config, Prop.ForAll(Triples, static triple =>
    {
        (SdkVersion a, SdkVersion b, SdkVersion c) = triple;
        Assert.Equal(0, a.CompareTo(a));
        Assert.Equal(Math.Sign(a.CompareTo(b)), -Math.Sign(b.CompareTo(a)));
        Assert.True(!(a <= b && b <= c) || a <= c);
    }));

    [Fact]
    public void Keys_never_contradict_versions() => Check.One(Deep.Config, Prop.ForAll(Pairs, static pair =>
    {
        (SdkVersion left, SdkVersion right) = pair;
        int keys = SdkKey.Of(left).CompareTo(SdkKey.Of(right));
        Assert.True(keys == 0 || Math.Sign(keys) == Math.Sign(left.CompareTo(right)), $"{left} {SdkKey.Of(left)}, {right} {SdkKey.Of(right)}");
    }));

    [Fact]
    public void Days_are_in_build_numbers_and_back() => Check.One(Deep.Config, Prop.ForAll(Arbitrary.Day.ToArbitrary(), static day =>
        Assert.Equal(day, BuildDate.OfNumber(BuildDate.ToNumber(day)))));

    /// <summary>A plain model: every day of the time in question, asked one by one.</summary>
    [Fact]
    public void Days_of_one_value_are_within_another_as_day_by_day_says() => Check.One(Deep.Config, Prop.ForAll(
        (from first in Arbitrary.Dates from second in Arbitrary.Dates select (first, second)).ToArbitrary(), static pair =>
        {
            (DailyDates inner, DailyDates outer) = pair;
            DateTime start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
            bool expected = Enumerable.Range(0, 2000).Select(days => start.AddDays(days)).Where(inner.Contains).All(outer.Contains);
            Assert.Equal(expected, inner.IsWithin(outer));
        }));

    private static Arbitrary<(SdkVersion Left, SdkVersion Right)> Pairs =>
        (from left in Arbitrary.Version
         from right in Arbitrary.Version
         from same in Gen.Choose(0, 2)
         select (left, same == 0 ? new SdkVersion(left.Major, left.Minor, left.Patch, right.Prerelease) : right)).ToArbitrary();

    private static Arbitrary<(SdkVersion First, SdkVersion Second, SdkVersion Third)> Triples =>
        (from first in Arbitrary.Version
         from second in Arbitrary.Version
         from third in Arbitrary.Version
         select (first, new SdkVersion(first.Major, first.Minor, first.Patch, second.Prerelease), new SdkVersion(first.Major, first.Minor, first.Patch, third.Prerelease))).ToArbitrary();
}
