using System.Globalization;
using Ferrite.Mapping.Internal;
using Ferrite.TestKit;
using Xunit.Abstractions;

namespace Ferrite.Mapping.Tests.Stress;

/// <summary>Opened and disposed over and over: nothing piles up, although the GC has no reason of its own to run.</summary>
public sealed class OpeningSoakTests(ITestOutputHelper output) : FileTests(MemoryRoot)
{
    private const int Checkpoints = 50;

    /// <summary>What may differ between two moments: regions that wait for the GC, and pieces of its heap.</summary>
    private const int EntriesApart = 4096;

    private const long BytesApart = 48L << 20;

    [NeedsFact(Needs.Linux)]
    public void A_small_file_a_million_times() => Run(FileOf(10_000), Setting.Openings);

    [NeedsFact(Needs.Linux)]
    public void A_sparse_file_of_1_GiB_twenty_thousand_times() => Run(SparseFile(1L << 30), Setting.LargeOpenings);

    private void Run(string path, long times)
    {
        var options = new ChildOptions
        {
            Timeout = TimeSpan.FromMinutes(10),
            // Hexadecimal: 4 GiB of garbage before the GC has a reason of its own.
            Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["DOTNET_GCgen0size"] = "100000000" },
        };
        ChildOutcome outcome = ChildProcess.Run(options, Open, path, times.ToString(CultureInfo.InvariantCulture)).AssertSucceeded();

        (int Entries, long Bytes)[] seen = [.. outcome.Lines.Select(Parse)];
        output.WriteLine($"{times} times: entries {seen.Min(s => s.Entries)} to {seen.Max(s => s.Entries)}, MiB {seen.Min(s => s.Bytes) >> 20} to {seen.Max(s => s.Bytes) >> 20}");
        Assert.Equal(Checkpoints, seen.Length);
        (int Entries, long Bytes)[] early = seen[(Checkpoints / 10)..(Checkpoints / 2)], late = seen[(Checkpoints / 2)..];
        Assert.InRange(late.Max(static s => s.Entries), 0, early.Max(static s => s.Entries) + EntriesApart);
        Assert.InRange(late.Max(static s => s.Bytes), 0, early.Max(static s => s.Bytes) + BytesApart);
    }

    private static (int Entries, long Bytes) Parse(string line)
    {
        string[] parts = line.Split(' ');
        return (int.Parse(parts[0], CultureInfo.InvariantCulture), long.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    private static void Open(string[] arguments)
    {
        LeakProbe probe = LeakProbe.Start();
        long times = long.Parse(arguments[1], CultureInfo.InvariantCulture);
        OpenAll(arguments[0], times);
        probe.AssertNoGrowth();
        Assert.Equal(0, Census.Regions);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static void OpenAll(string path, long times)
    {
        for (long i = 1; i <= times; i++)
        {
            MapMode mode = (i & 1) == 0 ? MapMode.ReadOnly : MapMode.ReadWrite;
            using (MappedFile file = MappedFile.Open(path, mode))
            {
                _ = file.Read<byte>(i % file.Length);
            }

            if (i % (times / Checkpoints) == 0 && i / (times / Checkpoints) <= Checkpoints)
            {
                int entries = File.ReadLines("/proc/self/maps").Count();
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{entries} {Environment.WorkingSet}"));
            }
        }
    }
}
