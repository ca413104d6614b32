using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.Residency;

/// <summary>Where the pages are, exactly, in files of which some are resident.</summary>
public sealed class PatternTests : LeakCheckedTests
{
    private static readonly int Page = MappedFile.PageSize;

    private readonly TempDirectory _directory = new();

    /// <summary>Around words of bits (64), around what is looked at in one go (4096), at both ends.</summary>
    [NeedsFact(Needs.Eviction)]
    public void Pages_are_found_where_they_are()
    {
        const int Pages = 10_000;
        long[] resident = [0, 5, 6, 7, 8, 9, 62, 63, 64, 65, 127, 128, 4094, 4095, 4096, 8191, 8192, Pages - 1];
        string path = ColdFile(Pages);
        using IDisposable pinned = PageCache.Pin(path, resident);

        PageResidency residency = PageResidency.Of(path);

        Assert.Equal(resident, Enumerable.Range(0, Pages).Select(static page => (long)page).Where(page => residency[page]));
        Assert.Equal(resident.Length, residency.ResidentPages);
        Assert.Equal(
            [(0, 1), (5, 5), (62, 4), (127, 2), (4094, 3), (8191, 2), (Pages - 1, 1)],
            residency.ResidentRanges.Select(static range => (range.Offset / Page, range.Length / Page)));
    }

    /// <summary>More pages than can be pinned everywhere: what the kernel says before and after is the truth, if it says the same.</summary>
    [NeedsFact(Needs.Eviction)]
    public void Long_runs_and_alternating_pages_agree_with_mincore()
    {
        const int Pages = 20_000;
        string path = ColdFile(Pages);
        IEnumerable<long> run = Enumerable.Range(3000, 9000).Select(static page => (long)page);
        IEnumerable<long> alternating = Enumerable.Range(6500, 1000).Select(static page => page * 2L);

        (bool[] truth, PageResidency residency) = AskWhileNothingChanges(path, [.. run, .. alternating]);

        Assert.Contains(false, truth);
        Assert.InRange(truth.Count(static resident => resident), 5_000, 15_000);
        Assert.Equal(truth, Enumerable.Range(0, Pages).Select(page => residency[page]));
        Assert.Equal(truth.Count(static resident => resident), residency.ResidentPages);
        Assert.Equal(truth, FromRanges(residency));
    }

    [NeedsFact(Needs.Eviction)]
    public void Counting_over_any_part_is_counting_its_pages()
    {
        const int Pages = 9000;
        string path = ColdFile(Pages);
        using IDisposable pinned = PageCache.Pin(path, Enumerable.Range(0, 300).Select(static i => i * 29L));
        PageResidency residency = PageResidency.Of(path);
        var random = new Random(1);

        for (int i = 0; i < 500; i++)
        {
            int first = random.Next(Pages);
            int count = random.Next(Pages - first + 1);
            Assert.Equal(Enumerable.Range(first, count).Count(page => residency[page]), residency.CountResident(first, count));
        }

        Assert.Equal(300, residency.CountResident(0, Pages));
        Assert.Equal(0, residency.CountResident(Pages, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => residency.CountResident(0, Pages + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => residency.CountResident(1, long.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => residency.CountResident(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => residency[Pages]);
    }

    [NeedsFact(Needs.Eviction)]
    public void The_resident_page_of_two_tebibytes_of_hole_is_found()
    {
        const long Length = 2L << 40;
        const long Where = 3L << 39;
        string path = _directory.SparseFile(Length);
        using IDisposable pinned = PageCache.Pin(path, Where / Page, (Length / Page) - 1);

        PageResidency residency = PageResidency.Of(path);

        Assert.Equal(Length / Page, residency.Pages);
        Assert.Equal([(Where, Page), (Length - Page, Page)], residency.ResidentRanges);
        Assert.True(residency[Where / Page]);
        Assert.False(residency[(Where / Page) + 1]);
    }

    protected override void Dispose(bool disposing)
    {
        _directory.Dispose();
        base.Dispose(disposing);
    }

    private string ColdFile(int pages)
    {
        string path = _directory.FileOf(new byte[(long)pages * Page]);
        PageCache.Evict(path);
        return path;
    }

    private static (bool[] Truth, PageResidency Residency) AskWhileNothingChanges(string path, long[] pages)
    {
        while (true)
        {
            PageCache.Warm(path, pages);
            bool[] before = PageCache.Read(path);
            PageResidency residency = PageResidency.Of(path);
            if (before.AsSpan().SequenceEqual(PageCache.Read(path)))
            {
                return (before, residency);
            }
        }
    }

    private static bool[] FromRanges(PageResidency residency)
    {
        bool[] pages = new bool[residency.Pages];
        foreach ((long offset, long length) in residency.ResidentRanges)
        {
            pages.AsSpan((int)(offset / Page), (int)(length / Page)).Fill(true);
        }

        return pages;
    }
}
