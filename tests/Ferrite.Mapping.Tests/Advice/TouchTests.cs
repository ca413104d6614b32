using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.Advice;

public sealed class TouchTests() : FileTests(MemoryRoot)
{
    private const long MiB = 1L << 20;

    private static readonly int Page = MappedFile.PageSize;

    [NeedsTheory(Needs.Linux)]
    [InlineData(MapMode.ReadOnly)]
    [InlineData(MapMode.ReadWrite)]
    [InlineData(MapMode.CopyOnWrite)]
    public void The_pages_of_the_range_are_mapped(MapMode mode)
    {
        using MappedFile file = MappedFile.Open(FileOf(400 * Page), mode);

        file.Touch((100 * Page) - 1, (20 * Page) + 2);

        // The kernel may map some neighbours that are in memory, within 64 KiB.
        long[] mapped = Pages.Mapped(file);
        Assert.Equal(Enumerable.Range(99, 22).Select(static page => (long)page), mapped.Where(static page => page is >= 99 and <= 120));
        Assert.All(mapped, static page => Assert.InRange(page, 99 - 16, 120 + 16));
        Assert.Equal(0, Pages.Sum("Anonymous", file));
    }

    [Fact]
    public void Progress_rises_to_the_length()
    {
        using MappedFile file = MappedFile.Open(SparseFile(50 * MiB), MapMode.ReadWrite);
        var progress = new Told();

        file.Touch(MiB + 1, 48 * MiB, progress);
        file.Touch(0, 0, progress);

        Assert.Equal([(15 * MiB) - 1, (31 * MiB) - 1, (47 * MiB) - 1, 48 * MiB], progress.Values);
    }

    [NeedsTheory(Needs.Linux | Needs.FaultGuard)]
    [InlineData(true)]
    [InlineData(false)]
    public void A_hole_is_a_fault_with_its_offset_also_without_guard(bool guarded)
    {
        // A process of its own: without the guard only the care that is tested here keeps it alive.
        ChildProcess.Run(TouchHole, $"{guarded}", MemoryRoot).AssertSucceeded();
    }

    [NeedsFact(Needs.Linux | Needs.FaultGuard)]
    public void A_cut_while_it_runs_is_a_fault()
    {
        using MappedFile file = MappedFile.Open(SparseFile(50 * MiB));
        var progress = new Told(_ => Faults.CutFile.SetLength(PathOf(), 20 * MiB));

        MappedFileFaultException fault = Assert.Throws<MappedFileFaultException>(() => file.Touch(0, file.Length, progress));

        Assert.Equal((20 * MiB, FaultCause.Truncated), (fault.Offset, fault.Cause));
        Assert.Equal([16 * MiB], progress.Values);
    }

    [Fact]
    public void Disposing_while_it_runs_ends_it()
    {
        MappedFile file = MappedFile.Open(SparseFile(50 * MiB));
        var progress = new Told(_ => file.Dispose());

        Assert.Throws<ObjectDisposedException>(() => file.Touch(0, 50 * MiB, progress));

        Assert.Equal([16 * MiB], progress.Values);
    }

    [Fact]
    public void It_goes_on_in_the_region_that_takes_over()
    {
        using MappedFile file = MappedFile.Open(SparseFile(50 * MiB), MapMode.ReadWrite);
        var progress = new Told(_ => file.Resize(file.Length * 2));

        file.Touch(0, 50 * MiB, progress);

        Assert.Equal(50 * MiB, progress.Values[^1]);
    }

    [Fact]
    public void A_cut_by_resize_while_it_runs_is_out_of_range()
    {
        using MappedFile file = MappedFile.Open(SparseFile(50 * MiB), MapMode.ReadWrite);

        Assert.Throws<ArgumentOutOfRangeException>(() => file.Touch(0, 50 * MiB, new Told(_ => file.Resize(MiB))));
    }

    private static void TouchHole(string[] arguments)
    {
        using var directory = new TempDirectory(arguments[1]);
        string path = directory.FileOf(new byte[64 * Page]);
        using MappedFile file = MappedFile.Open(path, new MappedFileOptions { FaultGuard = bool.Parse(arguments[0]) });
        Faults.CutFile.SetLength(path, (20 * Page) + 1);

        file.Touch(0, 21 * Page);
        MappedFileFaultException fault = Assert.Throws<MappedFileFaultException>(() => file.Touch(3, file.Length - 3));

        Assert.Equal((21 * Page, FaultCause.Truncated), (fault.Offset, fault.Cause));
        Assert.Equal(bool.Parse(arguments[0]), file.IsFaulted);
    }

    private sealed class Told(Action<long>? then = null) : IProgress<long>
    {
        internal List<long> Values { get; } = [];

        public void Report(long value)
        {
            Values.Add(value);
            then?.Invoke(value);
        }
    }
}
