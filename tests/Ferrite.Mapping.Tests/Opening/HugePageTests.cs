using System.Globalization;
using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.Opening;

public sealed class HugePageTests : FileTests
{
    private const long HugePage = 2 << 20;

    [NeedsTheory(Needs.Linux)]
    [InlineData(HugePage, 0)]
    [InlineData((2 * HugePage) + 4096, 0)]
    [InlineData(1, (3 * HugePage) - 4096)]
    public unsafe void Whoever_can_hold_a_huge_page_begins_at_the_boundary_of_one(long length, long capacity)
    {
        string path = SparseFile(length);
        var options = new MappedFileOptions { Capacity = capacity };
        MappedFile[] files = [.. Enumerable.Range(0, 8).Select(_ => MappedFile.Open(path, options))];

        Assert.All(files, static file => Assert.Equal(0, (nint)file.DangerousGetPointer() % (nint)HugePage));
        Array.ForEach(files, static file => file.Dispose());
    }

    [NeedsFact(Needs.Linux)]
    public void What_aligning_leaves_over_is_given_back()
    {
        const int Files = 500;
        string path = SparseFile(HugePage);
        LeakCounts.Take();
        long before = AddressSpace();

        MappedFile[] files = [.. Enumerable.Range(0, Files).Select(_ => MappedFile.Open(path))];
        long held = AddressSpace() - before;
        Array.ForEach(files, static file => file.Dispose());

        // Half of what would be kept if both ends were.
        Assert.InRange(held, Files * HugePage, (Files * HugePage) + (Files * HugePage / 2));
    }

    /// <summary>Bytes of all mappings of the process: see proc_pid_statm(5).</summary>
    private static long AddressSpace() =>
        long.Parse(File.ReadAllText("/proc/self/statm").Split(' ')[0], CultureInfo.InvariantCulture) * MappedFile.PageSize;
}
