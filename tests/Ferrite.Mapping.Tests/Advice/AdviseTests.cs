using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.Advice;

/// <summary>What advice does, seen in smaps: on which pages, and for how long.</summary>
public sealed class AdviseTests : FileTests
{
    private const string RandomRead = "rr";
    private const string SequentialRead = "sr";
    private const string Huge = "hg";
    private const string NoHuge = "nh";

    private static readonly int Page = MappedFile.PageSize;

    [NeedsTheory(Needs.Linux)]
    [InlineData(MemoryAdvice.Random, RandomRead)]
    [InlineData(MemoryAdvice.Sequential, SequentialRead)]
    [InlineData(MemoryAdvice.HugePage, Huge)]
    [InlineData(MemoryAdvice.NoHugePage, NoHuge)]
    public void It_is_about_the_pages_that_the_range_touches(MemoryAdvice advice, string flag)
    {
        using MappedFile file = MappedFile.Open(FileOf(8 * Page), MapMode.ReadWrite);

        file.Advise((2 * Page) + 1, Page, advice);
        file.Advise(5 * Page, Page, advice);
        file.Advise(7 * Page, 0, advice);

        Assert.Equal([2, 3, 5], Pages.With(flag, file));
    }

    [NeedsFact(Needs.Linux)]
    public void Later_advice_takes_the_place_of_earlier()
    {
        using MappedFile file = MappedFile.Open(FileOf(8 * Page));

        file.Advise(0, file.Length, MemoryAdvice.Random);
        file.Advise(2 * Page, 2 * Page, MemoryAdvice.Sequential);
        file.Advise(6 * Page, Page, MemoryAdvice.Normal);

        Assert.Equal([0, 1, 4, 5, 7], Pages.With(RandomRead, file));
        Assert.Equal([2, 3], Pages.With(SequentialRead, file));
    }

    [NeedsFact(Needs.Linux)]
    public void It_lasts_over_refresh_and_growth_that_moves()
    {
        using MappedFile file = MappedFile.Open(FileOf(4 * Page), MapMode.ReadWrite);
        file.Advise(Page, Page, MemoryAdvice.Random);
        file.Advise(3 * Page, 1, MemoryAdvice.Sequential);
        file.Advise(0, Page, MemoryAdvice.NoHugePage);

        file.Refresh();
        Assert.Equal([1], Pages.With(RandomRead, file));
        long capacity = file.Capacity;
        file.Resize(capacity + Page);
        Assert.NotEqual(capacity, file.Capacity);

        Assert.Equal([1], Pages.With(RandomRead, file));
        Assert.Equal([3], Pages.With(SequentialRead, file));
        Assert.Equal([0], Pages.With(NoHuge, file));
    }

    [NeedsFact(Needs.Linux)]
    public void A_cut_ends_it_for_what_was_cut_off()
    {
        using MappedFile file = MappedFile.Open(FileOf(6 * Page), MapMode.ReadWrite);
        file.Advise(0, file.Length, MemoryAdvice.Random);

        file.Resize((2 * Page) + 1);
        file.Resize(6 * Page);

        Assert.Equal([0, 1, 2], Pages.With(RandomRead, file));
        file.Refresh();
        Assert.Equal([0, 1, 2], Pages.With(RandomRead, file));
    }

    [NeedsFact(Needs.Linux)]
    public void DontNeed_unmaps_pages_and_loses_nothing()
    {
        using MappedFile file = MappedFile.Open(FileOf(4 * Page), MapMode.ReadWrite);
        file.Write(Page, 42L);
        file.Touch(0, file.Length);
        Assert.Equal(4 * Page, Pages.Sum("Rss", file));

        file.Advise(Page + 5, Page - 5, MemoryAdvice.DontNeed);

        Assert.Equal(3 * Page, Pages.Sum("Rss", file));
        Assert.Equal(42L, file.Read<long>(Page));
    }

    [Fact]
    public void DontNeed_is_refused_where_it_would_lose_writes()
    {
        using MappedFile file = MappedFile.Open(FileOf(4 * Page), MapMode.CopyOnWrite);
        file.Write(Page, 42L);

        Assert.Throws<NotSupportedException>(() => file.Advise(0, file.Length, MemoryAdvice.DontNeed));
        Assert.Throws<NotSupportedException>(() => file.Evict(0, file.Length));
        foreach (MemoryAdvice advice in Enum.GetValues<MemoryAdvice>().Except([MemoryAdvice.DontNeed]))
        {
            file.Advise(0, file.Length, advice);
        }

        file.Prefetch(0, file.Length);
        Assert.Equal(42L, file.Read<long>(Page));
    }

    /// <summary>Whole: of a part of a large folio the kernel may keep all.</summary>
    [NeedsFact(Needs.Eviction)]
    public void PageOut_empties_the_page_cache()
    {
        string path = FileOf(8 * Page);
        using MappedFile file = MappedFile.Open(path, MapMode.ReadWrite);
        file.Touch(0, file.Length);
        file.Flush();

        file.Advise(0, file.Length, MemoryAdvice.PageOut);

        Assert.Equal(0, file.GetResidency(0, file.Length).ResidentPages);
        Assert.Equal(Bytes.Of(8 * Page), file.Read(0, 8 * Page, static span => span.ToArray()));
    }

    [NeedsFact(Needs.Linux)]
    public void PopulateWrite_takes_disk_blocks_and_changes_no_byte()
    {
        using MappedFile file = MappedFile.Create(PathOf(), 64 * Page);
        file.Write(5, 42);
        long before = Blocks(PathOf());

        file.Advise(10 * Page, 20 * Page, MemoryAdvice.PopulateWrite);
        file.Flush();

        Assert.InRange(Blocks(PathOf()) - before, 20 * Page / 512, 32 * Page / 512);
        Assert.Equal(42, file.Read<int>(5));
        Assert.False(file.Read(10, (64 * Page) - 10, static span => span.ContainsAnyExcept((byte)0)));
    }

    [NeedsFact(Needs.Linux)]
    public void PopulateWrite_makes_private_copies_under_copy_on_write()
    {
        using MappedFile file = MappedFile.Open(FileOf(8 * Page), MapMode.CopyOnWrite);
        file.Write(Page, 42L);

        file.Advise(2 * Page, 3 * Page, MemoryAdvice.PopulateWrite);

        Assert.Equal(4 * Page, Pages.Sum("Anonymous", file));
        Assert.Equal(42L, file.Read<long>(Page));
    }

    [Fact]
    public void PopulateWrite_needs_a_mapping_to_write()
    {
        using MappedFile file = MappedFile.Open(FileOf(Page));

        Assert.Throws<NotSupportedException>(() => file.Advise(0, Page, MemoryAdvice.PopulateWrite));
    }

    [NeedsFact(Needs.Linux | Needs.Mount | Needs.FaultGuard)]
    public void PopulateWrite_finds_a_full_disk()
    {
        using var volume = SmallFileSystem.Tmpfs(1 << 20);
        using MappedFile file = MappedFile.Create(volume.File(), 4 << 20);

        MappedFileFaultException fault = Assert.Throws<MappedFileFaultException>(() => file.Advise(0, file.Length, MemoryAdvice.PopulateWrite));

        Assert.Equal(FaultCause.OutOfSpace, fault.Cause);
        Assert.Equal(1 << 20, fault.Offset);
        Assert.True(file.IsFaulted);
    }

    [Fact]
    public void There_is_no_other_advice()
    {
        using MappedFile file = MappedFile.Open(FileOf(Page));

        Assert.Throws<ArgumentOutOfRangeException>(() => file.Advise(0, Page, (MemoryAdvice)99));
    }

    private static long Blocks(string path) =>
        long.Parse(Tool.Run("stat", "-c", "%b", path), System.Globalization.CultureInfo.InvariantCulture);
}
