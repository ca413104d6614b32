using System.Runtime.InteropServices;
using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.Faults.Guard;

/// <summary>What the guard puts in the place of lost pages, and what that takes.</summary>
public sealed class PlantingTests
{
    private const long GiB = 1L << 30;

    /// <param name="direction">Up: the first fault takes all that is behind it. Down: the second one takes the rest.</param>
    /// <param name="most">Faults, of 262,143 pages.</param>
    [NeedsTheory(Needs.Linux | Needs.FaultGuard | Needs.Strace)]
    [InlineData("up", 1)]
    [InlineData("down", 2)]
    public void A_strided_reader_over_a_hole_of_1_GiB_costs_a_fault_a_region_not_one_a_page(string direction, int most)
    {
        using var directory = new TempDirectory();
        string trace = directory.File("trace");
        var options = new ChildOptions { Wrapper = ["strace", "-f", "-qq", "-o", trace, "-e", "trace=none", "-e", "signal=SIGBUS"] };

        ChildProcess.Run(options, ReadStrided, directory.SparseFile(GiB), direction).AssertSucceeded();

        Assert.InRange(File.ReadAllLines(trace).Count(static line => line.Contains("si_signo=SIGBUS", StringComparison.Ordinal)), 1, most);
    }

    [NeedsFact(Needs.Linux | Needs.FaultGuard)]
    public void Planted_pages_that_can_not_be_had_either_are_replaced_and_not_tried_for_ever() =>
        ChildProcess.Run(new ChildOptions { Timeout = TimeSpan.FromSeconds(30) }, PlantFromEmptyFile).AssertSucceeded();

    private static void ReadStrided(string[] arguments)
    {
        using MappedFile mapped = MappedFile.Open(arguments[0]);
        CutFile.SetLength(arguments[0], MappedFile.PageSize);
        long sum = 0;
        Assert.Throws<MappedFileFaultException>(() =>
        {
            using MappedView view = mapped.GetView();
            ReadOnlySpan<byte> span = view.Span;
            int pages = span.Length / MappedFile.PageSize;
            for (int i = 1; i < pages; i++)
            {
                int page = arguments[1] is "up" ? i : pages - i;
                sum += span[page * MappedFile.PageSize];
            }
        });
        Assert.Equal(0, sum);
    }

    private static unsafe void PlantFromEmptyFile(string[] arguments)
    {
        using var cut = new CutFile();
        using MappedFile mapped = cut.Map();
        using var directory = new TempDirectory();
        using FileStream empty = File.Create(directory.File());
        // SAFETY: void ferrite_guard_plant_from(int); the file outlives the reads below.
        ((delegate* unmanaged<int, void>)NativeLibrary.GetExport(NativeLibrary.Load(LoadedGuard()), "ferrite_guard_plant_from"))(
            (int)empty.SafeFileHandle.DangerousGetHandle());
        cut.CutToPages(1);

        Assert.Throws<MappedFileFaultException>(() => mapped.Read<int>(2 * CutFile.PageSize));
        Assert.Throws<MappedFileFaultException>(() => mapped.Write(3 * CutFile.PageSize, 1));
    }

    private static string LoadedGuard() => File.ReadLines("/proc/self/maps")
        .Where(static line => line.EndsWith("libferrite_fault_guard.so", StringComparison.Ordinal))
        .Select(static line => line[line.IndexOf('/', StringComparison.Ordinal)..])
        .First();
}
