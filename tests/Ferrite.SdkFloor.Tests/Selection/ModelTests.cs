using Ferrite.SdkFloor.Floors;
using Ferrite.SdkFloor.Selection;
using Ferrite.SdkFloor.Tables;
using Ferrite.SdkFloor.Tests.Values;
using Ferrite.SdkFloor.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Ferrite.SdkFloor.Tests.Selection;

/// <summary>Choosing, against a model that looks at everything.</summary>
public sealed class ModelTests
{
    private static readonly FloorJudge Judge = new(SdkTables.Embedded);
    private static readonly FloorSelection Subject = new(SdkTables.Embedded);

    [Fact]
    public void The_newest_that_fits_and_not_more_is_read_than_needed() => Check.One(Deep.Config, Prop.ForAll(Cases, static @case =>
    {
        (IReadOnlyList<Candidate> newestFirst, SdkAtHand sdk) = @case;
        int read = 0;
        Choice choice = Subject.ChooseAsync(Enumerate(newestFirst, () => read++), floors => Judge.Missed(floors, sdk) is null).GetAwaiter().GetResult();

        int expected = newestFirst.Index().FirstOrDefault(row => row.Item.Floors.All(floor => Judge.IsMet(floor, sdk)), (-1, null!)).Index;
        Assert.Equal(expected < 0 ? null : newestFirst[expected].Version, choice.Chosen?.Version);
        Assert.Equal(expected < 0 ? newestFirst.Count : expected + 1, read);
        if (expected < 0 && newestFirst.Count > 0)
        {
            AssertNearest(newestFirst, choice);
        }
    }));

    private static void AssertNearest(IReadOnlyList<Candidate> newestFirst, Choice choice)
    {
        // Versions before days; of each kind the lowest; of several the newest.
        Candidate expected = newestFirst.Index()
            .OrderBy(static row => row.Item.Floors.Any(static floor => floor.Kind == FloorKind.Daily))
            .ThenBy(static row => row.Item.Floors.Where(static floor => floor.Kind == FloorKind.Daily).Select(static floor => floor.Dates!.Earliest ?? DateTime.MinValue).DefaultIfEmpty(DateTime.MinValue).Max())
            .ThenBy(static row => row.Item.Floors.Any(static floor => floor.Kind == FloorKind.Daily) ? null : row.Item.Floors.Select(SdkTables.Embedded.Resolve).Max())
            .ThenBy(static row => row.Index).First().Item;
        Assert.Equal(expected.Version, choice.Nearest!.Version);
        string explanation = Subject.Explain("Foo", choice, "SDK x");
        Assert.Contains($"The nearest is {expected.Version}, which needs ", explanation, StringComparison.Ordinal);
        Assert.Contains(newestFirst[^1].Version, explanation, StringComparison.Ordinal);
        Assert.Contains(newestFirst[0].Version, explanation, StringComparison.Ordinal);
    }

    /// <summary>RFC 2495's example: ten versions, the first six with floor A, the others with B.</summary>
    [Theory]
    [InlineData("9.0.100", "0.1.5")]
    [InlineData("9.0.305", "0.1.5")]
    [InlineData("10.0.100", "0.1.9")]
    [InlineData("10.0.401", "0.1.9")]
    [InlineData("8.0.400", null)]
    public async Task Ten_versions(string sdk, string? chosen)
    {
        Candidate[] newestFirst = [.. Enumerable.Range(0, 10).Reverse().Select(static i => new Candidate($"0.1.{i}", [FloorValue.Of(SdkVersion.Parse(i < 6 ? "9.0.100" : "10.0.100"))], null))];
        Choice choice = await Subject.ChooseAsync(Enumerate(newestFirst, static () => { }), floors => Judge.Missed(floors, new SdkAtHand(SdkVersion.Parse(sdk), null, "test")) is null);
        Assert.Equal(chosen, choice.Chosen?.Version);
        if (chosen is null)
        {
            Assert.Equal("foo: no version fits SDK 8.0.400. 0.1.0 to 0.1.5 need SDK 9.0.100; 0.1.6 to 0.1.9 need SDK 10.0.100. The nearest is 0.1.5, which needs SDK 9.0.100.",
                Subject.Explain("foo", choice, $"SDK {sdk}"));
        }
    }

    private static Arbitrary<(IReadOnlyList<Candidate> NewestFirst, SdkAtHand Sdk)> Cases =>
        (from count in Gen.Choose(0, 12)
         from floors in (from size in Gen.Frequency((1, Gen.Constant(0)), (6, Gen.Constant(1)), (2, Gen.Constant(2)))
                         from values in Arbitrary.Value.ListOf(size)
                         select values.ToArray()).ListOf(count)
         from sdk in Arbitrary.Version
         from day in Arbitrary.Day
         from isKnown in Gen.Elements(true, false)
         select ((IReadOnlyList<Candidate>)[.. floors.Index().Select(row => new Candidate($"1.0.{count - row.Index}", row.Item, null))], new SdkAtHand(sdk, isKnown ? day : null, "test"))).ToArbitrary();

    private static async IAsyncEnumerable<Candidate> Enumerate(IEnumerable<Candidate> candidates, Action onRead)
    {
        foreach (Candidate candidate in candidates)
        {
            await Task.Yield();
            onRead();
            yield return candidate;
        }
    }
}
