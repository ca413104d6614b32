using Ferrite.TestKit;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Tests.Residency;

/// <summary>Parts of files, whose ends need not be page ends.</summary>
public sealed class RangeTests : LeakCheckedTests
{
    private static readonly int Page = MappedFile.PageSize;

    private readonly TempDirectory _directory = new();

    [NeedsFact(Needs.Eviction)]
    public void Pages_count_from_the_first_of_the_range_and_bytes_are_cut_to_it()
    {
        using MappedFile file = HalfWarm(out IDisposable pinned);
        using IDisposable _ = pinned;

        // Pages 3 to 6, of which 4 and 6 are resident, without the first 10 bytes of page 3 and with the first 20 of page 6.
        PageResidency residency = file.GetResidency((3 * Page) + 10, (3 * Page) + 10);

        Assert.Equal((3 * Page) + 10, residency.Offset);
        Assert.Equal((3 * Page) + 10, residency.Length);
        Assert.Equal(4, residency.Pages);
        Assert.Equal([false, true, false, true], Enumerable.Range(0, 4).Select(page => residency[page]));
        Assert.Equal([(4 * Page, Page), (6 * Page, 20)], residency.ResidentRanges);
        Assert.Equal(Page + 20, residency.ResidentBytes);
        Assert.Equal([((4 * Page) + 5, 7)], file.GetResidency((4 * Page) + 5, 7).ResidentRanges);
    }

    [NeedsFact(Needs.Eviction)]
    public void A_range_without_bytes_has_no_pages()
    {
        using MappedFile file = HalfWarm(out IDisposable pinned);
        using IDisposable _ = pinned;

        PageResidency residency = file.GetResidency((4 * Page) + 5, 0);

        Assert.True(residency.IsKnown);
        Assert.Equal(0, residency.Pages);
        Assert.Equal(0, residency.ResidentPages);
        Assert.Empty(residency.ResidentRanges);
    }

    [NeedsFact(Needs.Linux)]
    public void A_mapping_answers_for_its_own_range_only()
    {
        MappedFile file = MappedFile.Create(_directory.File(), 10);

        Assert.Equal(1, file.GetResidency(0, 10).Pages);
        Assert.Throws<ArgumentOutOfRangeException>(() => file.GetResidency(0, 11));
        Assert.Throws<ArgumentOutOfRangeException>(() => file.GetResidency(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => file.GetResidency(1, long.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => file.GetResidency(1, -1));
        file.Dispose();
        Assert.Throws<ObjectDisposedException>(() => file.GetResidency(0, 10));
    }

    [NeedsFact(Needs.Eviction)]
    public void Private_copies_are_in_no_cache()
    {
        string path = _directory.FileOf(new byte[3 * Page]);
        PageCache.Evict(path);
        using MappedFile file = MappedFile.Open(path, MapMode.CopyOnWrite);
        file.Write(Page, 1L);
        PageCache.Evict(path);

        Assert.False(file.GetResidency(0, file.Length)[1]);
        Assert.Equal(1L, file.Read<long>(Page));
    }

    [NeedsFact(Needs.Eviction)]
    public void Pages_past_the_end_of_an_open_file_are_not_resident_however_far()
    {
        string path = _directory.FileOf(new byte[2 * Page]);
        PageCache.Evict(path);
        using IDisposable pinned = PageCache.Pin(path, 1);
        using SafeFileHandle file = File.OpenHandle(path);

        PageResidency residency = PageResidency.Of(file, 1, long.MaxValue - 1);

        Assert.Equal((long.MaxValue / Page) + 1, residency.Pages);
        Assert.Equal([(Page, Page)], residency.ResidentRanges);
        Assert.False(residency[residency.Pages - 1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => PageResidency.Of(file, 2, long.MaxValue - 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => PageResidency.Of(file, -1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => PageResidency.Of(file, 0, -1));
    }

    protected override void Dispose(bool disposing)
    {
        _directory.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Ten pages; those with an even number are resident.</summary>
    private MappedFile HalfWarm(out IDisposable pinned)
    {
        string path = _directory.FileOf(new byte[10 * Page]);
        PageCache.Evict(path);
        pinned = PageCache.Pin(path, 0, 2, 4, 6, 8);
        return MappedFile.Open(path);
    }
}
