using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.Resizing;

/// <summary>Dispose lets go of the file at once, whoever still holds views of whichever region.</summary>
public sealed class TombstoneTests : FileTests
{
    private const int Length = 40_000;

    [NeedsFact(Needs.Linux)]
    public void Dispose_ends_every_mapping_of_the_file_also_those_replaced_long_ago()
    {
        string path = FileOf(Length);
        MappedFile file = MappedFile.Open(path, MapMode.ReadWrite);
        WritableMappedView first = file.GetWritableView();
        file.Refresh();
        WritableMappedView second = file.GetWritableView();
        file.Resize(file.Capacity + 1);
        WritableMappedView third = file.GetWritableView();
        file.Resize(20_000);
        WritableMappedView fourth = file.GetWritableView();
        for (int i = 0; i < 100; i++)
        {
            // What nobody holds is collected meanwhile, and must not hide what somebody does.
            file.Refresh();
            GC.Collect();
        }

        // Those are unmapped by their finalizers.
        GC.WaitForPendingFinalizers();

        Assert.NotEqual(0, CountMappings(path));
        file.Dispose();

        Assert.Equal(0, CountMappings(path));
        AssertDead(first);
        AssertDead(second);
        AssertDead(third);
        AssertDead(fourth);
        Assert.Equal(Bytes.Of(20_000), File.ReadAllBytes(path));
    }

    [NeedsFact(Needs.Linux)]
    public void Unmap_ends_every_mapping_of_the_file()
    {
        string path = FileOf(Length);
        MappedFile file = MappedFile.Open(path, MapMode.ReadWrite);
        WritableMappedView first = file.GetWritableView();
        file.Refresh();

        using var handle = file.Unmap();

        Assert.Equal(0, CountMappings(path));
        AssertDead(first);
    }

    [NeedsFact(Needs.Linux)]
    public void A_cut_ends_the_mapping_behind_it()
    {
        int page = MappedFile.PageSize;
        string path = FileOf(100 * page);
        using MappedFile file = MappedFile.Open(path, MapMode.ReadWrite);
        WritableMappedView view = file.GetWritableView();
        file.Resize((10 * page) + 1);

        long mapped = Mappings(path).Sum(static line => Size(line) / MappedFile.PageSize);

        // The old region keeps what is left of the file, the new one has its whole capacity.
        Assert.Equal(11 + 100, mapped);
        Assert.Equal(-1, view.Span[(11 * page)..].IndexOfAnyExcept((byte)0));
        Assert.Equal(Bytes.Of((10 * page) + 1), view.Span[..((10 * page) + 1)].ToArray());
        Assert.False(view.IsValid);
    }

    private static void AssertDead(WritableMappedView view)
    {
        Assert.False(view.IsValid);
        Assert.Equal(-1, view.Span.IndexOfAnyExcept((byte)0));
        view.Span.Fill(0xEE);
    }

    private static int CountMappings(string path) => Mappings(path).Count();

    private static IEnumerable<string> Mappings(string path) =>
        File.ReadLines("/proc/self/maps").Where(line => line.EndsWith(path, StringComparison.Ordinal));

    private static long Size(string line)
    {
        string[] ends = line[..line.IndexOf(' ', StringComparison.Ordinal)].Split('-');
        return Convert.ToInt64(ends[1], 16) - Convert.ToInt64(ends[0], 16);
    }
}
