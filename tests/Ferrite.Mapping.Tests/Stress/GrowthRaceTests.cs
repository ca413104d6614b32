using System.Diagnostics;
using Microsoft.Win32.SafeHandles;
using Xunit.Abstractions;

namespace Ferrite.Mapping.Tests.Stress;

/// <summary>The file grows, in place and past its capacity, and is refreshed, under four threads: nobody is refused, nothing is lost.</summary>
public sealed class GrowthRaceTests(ITestOutputHelper output) : FileTests(MemoryRoot)
{
    private const int Pages = 8000;

    [Fact]
    public void Growing_and_refreshing_disturb_no_access()
    {
        int seed = Random.Shared.Next(1 << 20);
        var random = new Random(seed);
        (int files, int steps, long accesses) = (0, 0, 0);
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Setting.Duration / 2; files++)
        {
            string path = PathOf($"{files}");
            File.WriteAllBytes(path, Layout.Content.AsSpan(0, Layout.Safe));
            (int more, long made) = Grow(path, random, seed + files);
            (steps, accesses) = (steps + more, accesses + made);
            File.Delete(path);
        }

        output.WriteLine($"{files} files grown and refreshed in {steps} steps under {accesses} accesses (seed {seed})");
    }

    /// <summary>The file is longer before the mapping says so: nobody meets a page that is not there yet.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(Pages)]
    public void The_last_byte_is_there_as_soon_as_the_length_says_so(int capacityInPages)
    {
        for (int i = 0; i < 10; i++)
        {
            GrowByPages(PathOf(), capacityInPages);
        }
    }

    private static void GrowByPages(string path, int capacityInPages)
    {
        int page = MappedFile.PageSize;
        using MappedFile file = MappedFile.Create(path, page, new MappedFileOptions { Capacity = (long)capacityInPages * page });
        using var crew = new Crew();
        crew.Start(Layout.Threads, _ =>
        {
            while (!crew.IsStopping)
            {
                Assert.Equal(0, file.Read<byte>(file.Length - 1));
                using MappedView view = file.GetView();
                Assert.Equal(0, view.Read<byte>(view.Length - 1));
            }
        });
        for (long pages = 2; pages <= Pages && !crew.IsStopping; pages++)
        {
            file.Resize(pages * page);
        }

        crew.Stop();
        crew.Join();
    }

    private static (int Steps, long Accesses) Grow(string path, Random random, int seed)
    {
        using SafeFileHandle disk = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using MappedFile file = MappedFile.Open(path, new MappedFileOptions { Mode = MapMode.ReadWrite, Capacity = random.Next(2 * Layout.Most) });
        using var crew = new Crew();
        (var filledPart, var anyPart) = (new Generation(), new SafePart());
        int filled = Layout.Safe;
        Accessor[] accessors = [.. Enumerable.Range(0, Layout.Threads).Select(i => new Accessor(i, new Slot(disk, Layout.Slot(i)), seed, longOneIn: 2))];
        crew.Start(Layout.Threads, index =>
        {
            var choice = new Random(seed + index);
            while (!crew.IsStopping)
            {
                // What has just been added is zero until it is filled, and there all the same.
                if (choice.Next(2) == 0)
                {
                    accessors[index].Run(file, (int)file.Length, anyPart);
                }
                else
                {
                    accessors[index].Run(file, Volatile.Read(ref filled), filledPart);
                }
            }
        });
        int steps = 0;
        for (int length = filled; length < Layout.Most && !crew.IsStopping; steps++)
        {
            if (random.Next(2) == 0)
            {
                file.Refresh();
                continue;
            }

            int grown = Math.Min(Layout.Most, length + random.Next(1, 300));
            file.Resize(grown);
            file.Write(length, Layout.Content.AsSpan(length, grown - length));
            Volatile.Write(ref filled, length = grown);
        }

        crew.Stop();
        crew.Join();
        Assert.Equal(0, accessors.Sum(static accessor => accessor.Refusals));
        return (steps, accessors.Sum(static accessor => accessor.Accesses));
    }
}
