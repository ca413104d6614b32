using Ferrite.Mapping.Internal;

namespace Ferrite.Mapping.Tests.Residency;

/// <summary>The set against an array of booleans, over random pieces.</summary>
public sealed class PageSetTests
{
    [Fact]
    public void It_holds_what_was_added()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            (PageSet set, bool[] model) = Build(new Random(seed));

            Assert.Equal(model.Count(static page => page), set.Count);
            Assert.Equal(model, Enumerable.Range(0, model.Length).Select(page => set.Contains(page)));
            Assert.Equal(RunsOf(model), set.Runs());
        }
    }

    [Fact]
    public void It_counts_any_part()
    {
        for (int seed = 0; seed < 50; seed++)
        {
            var random = new Random(seed);
            (PageSet set, bool[] model) = Build(random);
            for (int i = 0; i < 100; i++)
            {
                int first = random.Next(model.Length);
                int count = random.Next(model.Length - first + 1);
                Assert.Equal(model.AsSpan(first, count).Count(true), set.CountIn(first, count));
            }
        }
    }

    [Fact]
    public void What_was_never_added_is_not_in_it()
    {
        var set = new PageSet();
        set.AddRun(10, 5);

        Assert.False(set.Contains(9));
        Assert.False(set.Contains(15));
        Assert.False(set.Contains(long.MaxValue));
        Assert.Equal(5, set.CountIn(0, long.MaxValue));
    }

    private static (PageSet Set, bool[] Model) Build(Random random)
    {
        var set = new PageSet();
        List<bool> model = [];
        for (int piece = random.Next(8); piece >= 0; piece--)
        {
            bool[] pages = new bool[random.Next(1, 200)];
            switch (random.Next(4))
            {
                case 0:
                    break;
                case 1:
                    pages.AsSpan().Fill(true);
                    set.AddRun(model.Count, pages.Length);
                    break;
                default:
                    double density = random.NextDouble() * 1.2;
                    pages = [.. pages.Select(_ => random.NextDouble() < density)];
                    // The upper bits are the kernel's own business.
                    set.AddMarked(model.Count, [.. pages.Select(page => (byte)((random.Next(128) << 1) | (page ? 1 : 0)))]);
                    break;
            }

            model.AddRange(pages);
        }

        return (set, [.. model]);
    }

    private static IEnumerable<(long First, long Count)> RunsOf(bool[] pages)
    {
        for (int first = 0; first < pages.Length; first++)
        {
            int count = pages[first..].TakeWhile(static page => page).Count();
            if (count > 0)
            {
                yield return (first, count);
                first += count;
            }
        }
    }
}
