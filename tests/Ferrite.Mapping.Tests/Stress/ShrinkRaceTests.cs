using System.Diagnostics;
using Microsoft.Win32.SafeHandles;
using Xunit.Abstractions;

namespace Ferrite.Mapping.Tests.Stress;

/// <summary>The file is cut, again and again, under four threads that read and write it at full speed: no zero is ever taken for data.</summary>
public sealed class ShrinkRaceTests(ITestOutputHelper output) : FileTests(MemoryRoot)
{
    /// <summary>Small capacities make growth replace the region, large ones let it happen in place.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(4 * Layout.Most)]
    public void A_cut_is_never_taken_for_data(long capacity)
    {
        string path = PathOf();
        File.WriteAllBytes(path, Layout.Content);
        using SafeFileHandle disk = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using MappedFile file = MappedFile.Open(path, new MappedFileOptions { Mode = MapMode.ReadWrite, Capacity = capacity });
        using var crew = new Crew();
        var generation = new Generation();
        int seed = Random.Shared.Next(1 << 20);
        Accessor[] accessors = [.. Enumerable.Range(0, Layout.Threads).Select(i => new Accessor(i, new Slot(disk, Layout.Slot(i)), seed, longOneIn: 2))];
        crew.Start(Layout.Threads, index =>
        {
            var random = new Random(seed + index);
            while (!crew.IsStopping)
            {
                // Exceptions take their time: most accesses go where the file is.
                accessors[index].Run(file, random.Next(8) == 0 ? Layout.Most : (int)file.Length, generation);
            }
        });
        var random = new Random(seed);
        int cuts = 0;
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Setting.Duration / 2 && !crew.IsStopping; cuts++)
        {
            if (random.Next(4) == 0)
            {
                // A region that another has replaced is cut as well.
                file.Refresh();
            }

            int length = random.Next(Layout.Safe, Layout.Most);
            file.Resize(length);
            if (random.Next(2) == 0)
            {
                // Twice: the second cut meets regions that have lost their end already.
                length = random.Next(Layout.Safe, length + 1);
                file.Resize(length);
            }

            generation.BeginGrowth();
            file.Resize(Layout.Most);
            file.Write(length, Layout.Content.AsSpan(length));
            generation.EndGrowth();
        }

        crew.Stop();
        crew.Join();
        output.WriteLine($"{cuts} cuts under {accessors.Sum(static a => a.Accesses)} accesses, {accessors.Sum(static a => a.Refusals)} refused (seed {seed})");
        Assert.NotEqual(0, cuts);
        Assert.NotEqual(0, accessors.Sum(static accessor => accessor.Refusals));
    }
}
