using System.Globalization;
using System.Runtime.CompilerServices;
using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.Faults.Overcommit;

/// <summary>Where the kernel promises no more memory than it has: files larger than that are mapped, lost and let go of all the same.</summary>
[Collection(nameof(StrictOvercommitTests))]
[CollectionDefinition(nameof(StrictOvercommitTests), DisableParallelization = true)]
public sealed class StrictOvercommitTests
{
    /// <summary>More than the limit on any machine with less than 400 GiB of memory.</summary>
    private const long FileLength = 4L << 40;

    private const Needs Strict = Needs.Linux | Needs.OvercommitSetting;

    [NeedsFact(Strict)]
    public void A_file_larger_than_the_limit_can_be_disposed() => Run(Dispose);

    [NeedsFact(Strict | Needs.FaultGuard)]
    public void A_hole_larger_than_the_limit_is_survived() => Run(Fault);

    [NeedsFact(Strict)]
    public void A_file_larger_than_the_limit_can_be_shrunk_and_grown() => Run(Resize);

    [NeedsFact(Strict)]
    public void Addresses_are_used_again_and_given_back() => Run(OpenManyTimes);

    [NeedsFact(Strict | Needs.FaultGuard)]
    public void What_readers_of_a_hole_and_late_writers_took_is_given_back() => Run(TouchTombstones);

    private static void Run(Action<string[]> scenario)
    {
        using var directory = new TempDirectory();
        string path = directory.SparseFile(FileLength);
        using var setting = new OvercommitSetting();
        ChildProcess.Run(scenario, path).AssertSucceeded();
    }

    private static void Dispose(string[] arguments)
    {
        AssertMoreThanTheLimit();
        MappedFile mapped = MappedFile.Open(arguments[0], MapMode.ReadWrite);
        mapped.Write(FileLength - 8, 42L);
        MappedView view = mapped.GetView(FileLength - 8, 8);

        mapped.Dispose();

        Assert.DoesNotContain(arguments[0], File.ReadAllText("/proc/self/maps"), StringComparison.Ordinal);
        Assert.Throws<ObjectDisposedException>(() => mapped.Read<long>(FileLength - 8));
        Assert.Equal(0, view.Span[0]);
        Assert.False(view.IsValid);
    }

    private static void Fault(string[] arguments)
    {
        AssertMoreThanTheLimit();
        using MappedFile mapped = MappedFile.Open(arguments[0], MapMode.ReadWrite);
        CutFile.SetLength(arguments[0], 2 * MappedFile.PageSize);

        Assert.Throws<MappedFileFaultException>(() => mapped.Read<long>(4 * MappedFile.PageSize));
        Assert.Throws<MappedFileFaultException>(() => mapped.Write(FileLength - 8, 1L));
        Assert.Throws<MappedFileFaultException>(() => mapped.Read<long>(3 * MappedFile.PageSize));

        mapped.Refresh();
        Assert.Equal(2 * MappedFile.PageSize, mapped.Length);
        mapped.Write(0, 42);
        Assert.Equal(42, mapped.Read<int>(0));
    }

    private static void Resize(string[] arguments)
    {
        using MappedFile mapped = MappedFile.Open(arguments[0], MapMode.ReadWrite);
        mapped.Write(100, 42);
        mapped.Resize(10_000);
        Assert.Equal(42, mapped.Read<int>(100));
        mapped.Resize(FileLength);
        Assert.Equal(0, mapped.Read<long>(FileLength - 8));
        Assert.Equal(42, mapped.Read<int>(100));
    }

    private static void OpenManyTimes(string[] arguments)
    {
        CutFile.SetLength(arguments[0], 1L << 30);
        OpenOnce(arguments[0]);
        LeakProbe probe = LeakProbe.Start();
        for (int i = 0; i < 5000; i++)
        {
            OpenOnce(arguments[0]);
        }

        probe.AssertNoGrowth();
    }

    private static void TouchTombstones(string[] arguments)
    {
        const int Length = 16 << 20;
        CutFile.SetLength(arguments[0], Length);
        FaultAndDispose(arguments[0], Length);
        Assert.InRange(BlocksOfTombstones(), 1, long.MaxValue);

        LeakCounts.Take();

        Assert.Equal(0, BlocksOfTombstones());
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void FaultAndDispose(string path, int length)
    {
        MappedFile mapped = MappedFile.Open(path, MapMode.ReadWrite);
        WritableMappedView view = mapped.GetWritableView();
        CutFile.SetLength(path, 0);
        Assert.Equal(-1, view.Span.IndexOfAnyExcept((byte)0));
        mapped.Dispose();
        view.Span[..(length / 2)].Fill(1);
        Assert.False(view.IsValid);
    }

    /// <summary>Of the memfd that stands for tombstones; 0 while there is none.</summary>
    private static long BlocksOfTombstones() => Directory.EnumerateFiles("/proc/self/fd")
        .Where(static entry => new FileInfo(entry).LinkTarget?.Contains("ferrite-tombstone", StringComparison.Ordinal) == true)
        .Sum(static entry => long.Parse(
            Tool.Run("stat", "-L", "-c", "%b", $"/proc/{Environment.ProcessId}/fd/{Path.GetFileName(entry)}"), CultureInfo.InvariantCulture));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void OpenOnce(string path)
    {
        using MappedFile mapped = MappedFile.Open(path, MapMode.ReadWrite);
        Assert.Equal(0, mapped.Read<int>(0));
    }

    private static void AssertMoreThanTheLimit()
    {
        string limit = File.ReadLines("/proc/meminfo").Single(static line => line.StartsWith("CommitLimit:", StringComparison.Ordinal));
        Assert.InRange(long.Parse(limit.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) << 10, 0, FileLength);
    }
}
