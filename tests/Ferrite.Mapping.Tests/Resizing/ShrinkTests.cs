namespace Ferrite.Mapping.Tests.Resizing;

public sealed class ShrinkTests : FileTests
{
    private const int Length = 40_000;

    /// <summary>Inside a page, at its edge, to nothing.</summary>
    public static TheoryData<int> Cuts => [20_000, 5 * 4096, (5 * 4096) + 1, (5 * 4096) - 1, 1, 0, Length - 1];

    [Theory]
    [MemberData(nameof(Cuts))]
    public void The_file_is_cut_and_what_is_left_is_as_it_was(int cut)
    {
        string path = FileOf(Length);
        using MappedFile file = MappedFile.Open(path, MapMode.ReadWrite);

        file.Resize(cut);

        Assert.Equal(cut, file.Length);
        Assert.Equal(Bytes.Of(cut), File.ReadAllBytes(path));
        Assert.Equal(Bytes.Of(cut), file.Read(0, cut, static span => span.ToArray()));
        Assert.Throws<ArgumentOutOfRangeException>(() => file.Read<byte>(cut));
        Assert.Throws<ArgumentOutOfRangeException>(() => file.Write(cut, (byte)1));
        Assert.False(file.IsFaulted);
        file.Validate();
        file.Flush();
    }

    [Theory]
    [MemberData(nameof(Cuts))]
    public void A_view_that_reached_past_the_cut_throws_and_one_before_it_goes_on(int cut)
    {
        string path = FileOf(Length);
        using MappedFile file = MappedFile.Open(path, MapMode.ReadWrite);
        using WritableMappedView before = file.GetWritableView(0, cut);
        WritableMappedView past = file.GetWritableView(0, cut + 1);
        WritableMappedView behind = file.GetWritableView(Length - 1, 1);

        file.Resize(cut);

        AssertCut(past, cut);
        AssertCut(behind, cut);
        before.Validate();
        Assert.Equal(Bytes.Of(cut), before.Span.ToArray());
        before.Span.Fill(77);
        Assert.True(File.ReadAllBytes(path).All(static value => value == 77));
        using WritableMappedView slice = past.Slice(0, cut);
        slice.Validate();
    }

    [Fact]
    public void What_was_cut_stays_cut_for_a_view_when_the_file_has_grown_again()
    {
        using MappedFile file = MappedFile.Open(FileOf(Length), MapMode.ReadWrite);
        WritableMappedView view = file.GetWritableView();
        using MappedView before = file.GetView(0, 10_000);

        file.Resize(10_000);
        file.Resize(Length);
        file.Write(0, Bytes.Of(Length, offset: 5));

        AssertCut(view, 10_000);
        Assert.Equal(Bytes.Of(10_000, offset: 5), before.Span.ToArray());
        Assert.Equal(Bytes.Of(Length, offset: 5), file.Read(0, Length, static span => span.ToArray()));
    }

    [Fact]
    public void The_smallest_cut_of_several_counts()
    {
        using MappedFile file = MappedFile.Open(FileOf(Length), MapMode.ReadWrite);
        WritableMappedView view = file.GetWritableView(0, 15_000);
        file.Resize(20_000);
        view.Validate();
        file.Resize(10_000);
        file.Resize(Length);
        file.Resize(30_000);

        AssertCut(view, 10_000);
    }

    [Fact]
    public void Views_of_regions_replaced_before_the_cut_are_cut_as_well()
    {
        using MappedFile file = MappedFile.Open(FileOf(Length), MapMode.ReadWrite);
        WritableMappedView first = file.GetWritableView();
        file.Refresh();
        WritableMappedView second = file.GetWritableView();
        file.Resize(file.Capacity + 1);
        WritableMappedView third = file.GetWritableView();

        file.Resize(10_000);

        AssertCut(first, 10_000);
        AssertCut(second, 10_000);
        AssertCut(third, 10_000);
    }

    [Fact]
    public void The_capacity_stays()
    {
        using MappedFile file = MappedFile.Open(FileOf(Length), MapMode.ReadWrite);
        long capacity = file.Capacity;

        file.Resize(1);

        Assert.Equal(capacity, file.Capacity);
    }

    [Fact]
    public void New_bytes_after_a_cut_are_zeros()
    {
        using MappedFile file = MappedFile.Open(FileOf(Length), MapMode.ReadWrite);
        foreach (int cut in new[] { 5 * 4096, 20_000, 100 })
        {
            file.Resize(cut);
            file.Resize(Length);
            Assert.Equal(-1, file.Read(cut, Length - cut, static span => span.IndexOfAnyExcept((byte)0)));
            Assert.Equal(Bytes.Of(cut), file.Read(0, cut, static span => span.ToArray()));
        }
    }

    private static void AssertCut(WritableMappedView view, long cut)
    {
        Assert.False(view.IsValid);
        _ = view.Span.IndexOf((byte)255);
        try
        {
            view.Dispose();
        }
        catch (MappedFileFaultException e)
        {
            Assert.Equal(FaultCause.Truncated, e.Cause);
            Assert.Equal(cut, e.Offset);
            Assert.Contains($"{cut} bytes", e.Message, StringComparison.Ordinal);
            return;
        }

        Assert.Fail("A view that was cut ended quietly.");
    }
}
