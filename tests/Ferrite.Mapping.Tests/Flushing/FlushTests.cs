namespace Ferrite.Mapping.Tests.Flushing;

/// <summary>What can be seen of a flush without a failing device: see the tests of faults for the rest.</summary>
public sealed class FlushTests : FileTests
{
    [Theory]
    [InlineData(MapMode.ReadOnly, 10_000)]
    [InlineData(MapMode.ReadWrite, 10_000)]
    [InlineData(MapMode.CopyOnWrite, 10_000)]
    [InlineData(MapMode.ReadOnly, 0)]
    [InlineData(MapMode.ReadWrite, 0)]
    [InlineData(MapMode.CopyOnWrite, 0)]
    public void Flushes_all_or_a_range_at_either_level_in_any_mode(MapMode mode, int length)
    {
        using MappedFile file = MappedFile.Open(FileOf(length), mode);
        foreach (FlushLevel level in Enum.GetValues<FlushLevel>())
        {
            file.Flush(level);
            file.Flush(0, length, level);
            file.Flush(length, 0, level);
            file.Flush(length / 3, length / 2, level);
        }
    }

    [Fact]
    public void A_level_that_does_not_exist_is_not_taken_for_another()
    {
        using MappedFile file = MappedFile.Open(FileOf(100), MapMode.ReadWrite);

        Assert.Throws<ArgumentOutOfRangeException>(() => file.Flush((FlushLevel)2));
        Assert.Throws<ArgumentOutOfRangeException>(() => file.Flush(0, 1, (FlushLevel)(-1)));
    }

    [Fact]
    public void The_range_may_begin_and_end_anywhere_in_a_page()
    {
        int page = MappedFile.PageSize;
        using MappedFile file = MappedFile.Open(FileOf((3 * page) + 100), MapMode.ReadWrite);
        foreach (int offset in new[] { 0, 1, page - 1, page, page + 1, 3 * page, (3 * page) + 99 })
        {
            file.Write(offset, (byte)1);
            file.Flush(offset, 1);
            file.Flush(offset, file.Length - offset);
        }
    }

    [Fact]
    public void Flushing_goes_on_after_the_file_was_grown_shrunk_and_refreshed()
    {
        using MappedFile file = MappedFile.Create(PathOf(), 100);
        file.Flush();
        file.Resize(10 * MappedFile.PageSize);
        file.Flush();
        file.Resize(50);
        file.Flush();
        file.Refresh();
        file.Flush();
        file.Resize(0);
        file.Flush();
    }
}
