using System.Diagnostics;
using Microsoft.Win32.SafeHandles;
using Xunit.Abstractions;

namespace Ferrite.Mapping.Tests.Stress;

/// <summary>The file grows, in place and past its capacity, and is refreshed, under four threads: nobody is refused, nothing is lost.</summary>
public sealed class GrowthRaceTests(ITestOutputHelper output) : FileTests(MemoryRoot)
{
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

    private static (int Steps, long Accesses) Grow(string path, Random random, int seed)
    {
        using SafeFileHandle disk = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using MappedFile file = MappedFile.Open(path, new MappedFileOptions { Mode = MapMode.ReadWrite, Capacity = random.Next(2 * Layout.Most) });
        using var crew = new Crew();
        var judge = new Generation();
        int filled = Layout.Safe;
        Accessor[] accessors = [.. Enumerable.Range(0, Layout.Threads).Select(i => new Accessor(i, new Slot(disk, Layout.Slot(i)), seed, longOneIn: 2))];
        crew.Start(Layout.Threads, index =>
        {
            while (!crew.IsStopping)
            {
                accessors[index].Run(file, Volatile.Read(ref filled), judge);
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
