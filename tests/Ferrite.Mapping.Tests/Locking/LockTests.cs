using Ferrite.Mapping.Tests.Advice;
using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.Locking;

/// <summary>Which pages are locked, seen in smaps, and for how long.</summary>
public sealed class LockTests : FileTests
{
    private const string Locked = "lo";

    private static readonly int Page = MappedFile.PageSize;

    private readonly long _before = LockedBytes.Now;

    [NeedsTheory(Needs.Linux | Needs.Root)]
    [InlineData(MapMode.ReadOnly)]
    [InlineData(MapMode.ReadWrite)]
    [InlineData(MapMode.CopyOnWrite)]
    public void The_pages_that_the_range_touches_are_locked_and_in_memory(MapMode mode)
    {
        using MappedFile file = MappedFile.Open(FileOf(64 * Page), mode);

        file.Lock((2 * Page) - 1, (10 * Page) + 2);
        file.Lock(20 * Page, 0);

        Assert.Equal(From(1, 12), Pages.With(Locked, file));
        Assert.Equal(From(1, 12), Pages.Mapped(file).Intersect(From(1, 12)));
        Assert.Equal(12 * Page, LockedBytes.Now - _before);
        Assert.Equal(0, Pages.Sum("Anonymous", file));
    }

    [NeedsFact(Needs.Linux | Needs.Root)]
    public void Locks_are_ended_by_page_and_do_not_nest()
    {
        using MappedFile file = MappedFile.Open(FileOf(16 * Page), MapMode.ReadWrite);
        file.Lock(0, 10 * Page);
        file.Lock(2 * Page, 4 * Page);

        file.Unlock((3 * Page) + 1, Page);
        file.Unlock(12 * Page, 4 * Page);

        Assert.Equal([0, 1, 2, 5, 6, 7, 8, 9], Pages.With(Locked, file));
        file.UnlockAll();
        Assert.Empty(Pages.With(Locked, file));
        Assert.Equal(_before, LockedBytes.Now);
    }

    [NeedsFact(Needs.Eviction | Needs.Root)]
    public void Locked_pages_stay_in_memory_whoever_evicts_them()
    {
        string path = FileOf(64 * Page);
        PageCache.Evict(path);
        using MappedFile file = MappedFile.Open(path, MapMode.ReadWrite);
        file.Lock(3 * Page, 2 * Page);

        PageCache.Evict(path);
        file.Advise(0, file.Length, MemoryAdvice.PageOut);
        file.Advise(0, file.Length, MemoryAdvice.DontNeed);

        Assert.Equal([(3 * Page, 2 * Page)], file.GetResidency(0, file.Length).ResidentRanges);
        Assert.Equal(2, Pages.Mapped(file).Length);
    }

    [NeedsFact(Needs.Linux | Needs.Root)]
    public void A_private_copy_of_a_locked_page_is_locked_too()
    {
        using MappedFile file = MappedFile.Open(FileOf(8 * Page), MapMode.CopyOnWrite);
        file.LockAll();

        file.Write(Page, 42L);

        Assert.Equal(Page, Pages.Sum("Anonymous", file));
        Assert.Equal(8 * Page, Pages.Sum("Locked", file));
    }

    [NeedsTheory(Needs.Linux | Needs.Root)]
    [InlineData(1L << 20)]
    [InlineData(0)]
    public void Locks_last_over_refresh_and_growth(long capacity)
    {
        using MappedFile file = MappedFile.Create(PathOf(), 8 * Page, new MappedFileOptions { Capacity = capacity });
        file.Lock(Page, 2 * Page);

        file.Refresh();
        Assert.Equal([1, 2], Pages.With(Locked, file));
        file.Resize(16 * Page);

        Assert.Equal([1, 2], Pages.With(Locked, file));
        Assert.Equal([1, 2], Pages.Mapped(file).Intersect([1, 2]));
        Assert.Equal(2 * Page, LockedBytes.Now - _before);
    }

    [NeedsTheory(Needs.Linux | Needs.Root)]
    [InlineData(1L << 20)]
    [InlineData(0)]
    public void All_of_a_file_is_also_what_it_grows_by(long capacity)
    {
        using MappedFile file = MappedFile.Create(PathOf(), 100, new MappedFileOptions { Capacity = capacity });
        file.LockAll();

        file.Resize(200);
        file.Resize(16 * Page);
        Assert.Equal(From(0, 16), Pages.With(Locked, file));
        Assert.Equal(From(0, 16), Pages.Mapped(file));
        file.Resize(5 * Page);
        Assert.Equal(From(0, 5), Pages.With(Locked, file));
        file.Resize(6 * Page);

        Assert.Equal(6 * Page, LockedBytes.Now - _before);
        file.UnlockAll();
        file.Resize(32 * Page);
        Assert.Equal(_before, LockedBytes.Now);
    }

    [NeedsFact(Needs.Linux | Needs.Root)]
    public void What_was_cut_off_is_not_locked_when_it_grows_again()
    {
        using MappedFile file = MappedFile.Open(FileOf(16 * Page), MapMode.ReadWrite);
        file.Lock(0, 16 * Page);

        file.Resize((4 * Page) + 1);
        file.Resize(16 * Page);

        Assert.Equal(From(0, 5), Pages.With(Locked, file));
        Assert.Equal(5 * Page, LockedBytes.Now - _before);
    }

    [NeedsFact(Needs.Linux | Needs.Root)]
    public void An_empty_file_is_locked_as_it_grows()
    {
        using MappedFile file = MappedFile.Create(PathOf(), 0);
        file.LockAll();

        file.Resize(2 * Page);

        Assert.Equal([0, 1], Pages.With(Locked, file));
    }

    [NeedsFact(Needs.Linux | Needs.Root)]
    public void Disposing_ends_locks_at_once_also_of_regions_that_views_hold()
    {
        MappedFile file = MappedFile.Open(FileOf(16 * Page), MapMode.ReadWrite);
        file.LockAll();
        MappedView view = file.GetView();
        file.Refresh();
        Assert.Equal(16 * Page, LockedBytes.Now - _before);

        file.Dispose();

        Assert.Equal(_before, LockedBytes.Now);
        Assert.False(view.IsValid);
        Assert.Throws<ObjectDisposedException>(file.LockAll);
        Assert.Throws<ObjectDisposedException>(() => file.Lock(0, 1));
        Assert.Throws<ObjectDisposedException>(() => file.Unlock(0, 1));
        Assert.Throws<ObjectDisposedException>(file.UnlockAll);
    }

    [NeedsFact(Needs.Linux | Needs.Root | Needs.FaultGuard)]
    public void A_page_that_can_not_be_had_leaves_nothing_locked_that_was_not()
    {
        using var cut = new Faults.CutFile();
        using MappedFile file = cut.Map();
        file.Lock(Page, Page);
        cut.CutToPages(4);

        MappedFileFaultException fault = Assert.Throws<MappedFileFaultException>(file.LockAll);

        Assert.Equal(4 * Page, fault.Offset);
        Assert.Equal(Page, LockedBytes.Now - _before);
        file.Refresh();
        Assert.Equal([1], Pages.With(Locked, file));
        file.Resize(8 * Page);
        Assert.Equal([1], Pages.With(Locked, file));
    }

    private static IEnumerable<long> From(int first, int count) => Enumerable.Range(first, count).Select(static page => (long)page);
}
