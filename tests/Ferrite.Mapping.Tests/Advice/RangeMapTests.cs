using Ferrite.Mapping.Internal;
using FsCheck;
using FsCheck.Fluent;

namespace Ferrite.Mapping.Tests.Advice;

/// <summary>Against an array with a place for each number.</summary>
public sealed class RangeMapTests
{
    private const int Size = 24;

    [Fact]
    public void It_holds_what_was_set_and_not_cleared()
    {
        Gen<(int Start, int End, int Value)[]> steps = (
            from start in Gen.Choose(0, Size)
            from end in Gen.Choose(0, Size)
            from value in Gen.Choose(0, 3)
            select (start, end, value)).ArrayOf();
        Check.One(Deep.Config, Prop.ForAll(Arb.From(steps), AgreesWithArray));
    }

    private static void AgreesWithArray((int Start, int End, int Value)[] steps)
    {
        var map = new RangeMap<int>();
        int[] array = new int[Size];
        foreach ((int start, int end, int value) in steps)
        {
            if (value == 0)
            {
                map.Clear(start, end);
            }
            else
            {
                map.Set(start, end, value);
            }

            array.AsSpan(start, Math.Max(0, end - start)).Fill(value);
        }

        int[] held = new int[Size];
        List<RangeMap<int>.Run> runs = map.In(0, Size);
        foreach (RangeMap<int>.Run run in runs)
        {
            held.AsSpan((int)run.Start, (int)(run.End - run.Start)).Fill(run.Value);
        }

        Assert.Equal(array, held);
        Assert.Equal(runs.Count == 0, map.IsEmpty);
        foreach ((RangeMap<int>.Run one, RangeMap<int>.Run next) in runs.Zip(runs.Skip(1)))
        {
            Assert.True(one.End < next.Start || (one.End == next.Start && one.Value != next.Value), "Neighbours of one value are one.");
        }

        AssertParts(map, array);
    }

    private static void AssertParts(RangeMap<int> map, int[] array)
    {
        for (int start = 0; start <= Size; start += 5)
        {
            for (int end = start; end <= Size; end += 3)
            {
                IEnumerable<long> inside = map.In(start, end).SelectMany(static run => Numbers(run.Start, run.End));
                IEnumerable<long> gaps = map.GapsIn(start, end).SelectMany(static gap => Numbers(gap.Start, gap.End));
                Assert.Equal(Numbers(start, end).Where(number => array[number] != 0), inside);
                Assert.Equal(Numbers(start, end).Where(number => array[number] == 0), gaps);
            }
        }
    }

    private static IEnumerable<long> Numbers(long start, long end) => Enumerable.Range((int)start, (int)(end - start)).Select(static number => (long)number);
}
