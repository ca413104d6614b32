namespace Ferrite.Mapping.Tests.Views;

public sealed class ViewTests : FileTests
{
    [Fact]
    public void A_view_shows_its_range()
    {
        using MappedFile file = MappedFile.Open(FileOf(10_000));
        using MappedView view = file.GetView(4000, 500);

        Assert.Equal(4000, view.Offset);
        Assert.Equal(500, view.Length);
        Assert.Equal(Bytes.Of(500, offset: 4000), view.Span.ToArray());
        Assert.Equal(BitConverter.ToInt64(Bytes.Of(8, offset: 4492)), view.Read<long>(492));
        using MappedView slice = view.Slice(100, 50);
        Assert.Equal(4100, slice.Offset);
        Assert.Equal(Bytes.Of(50, offset: 4100), slice.Span.ToArray());
    }

    [Fact]
    public void What_is_written_through_a_view_is_in_the_file()
    {
        string path = FileOf(10_000);
        using MappedFile file = MappedFile.Open(path, MapMode.ReadWrite);
        using (WritableMappedView view = file.GetWritableView(4000, 500))
        {
            view.Span[..10].Clear();
            view.Write(10, -1L);
            view.Slice(490, 10).Span.Fill(200);
        }

        byte[] content = File.ReadAllBytes(path);
        Assert.Equal(new byte[10], content[4000..4010]);
        Assert.Equal(-1L, BitConverter.ToInt64(content, 4010));
        Assert.Equal(Bytes.Of(472, offset: 4018), content[4018..4490]);
        Assert.Equal(Enumerable.Repeat((byte)200, 10), content[4490..4500]);
        Assert.Equal(Bytes.Of(5500, offset: 4500), content[4500..]);
    }

    [Fact]
    public void A_view_sees_what_is_written_meanwhile()
    {
        using MappedFile file = MappedFile.Open(FileOf(10_000), MapMode.ReadWrite);
        using MappedView view = file.GetView(100, 8);

        file.Write(100, 42L);

        Assert.Equal(42L, view.Read<long>(0));
    }

    /// <summary>Its addresses stay readable and read as zeros; what is written there goes nowhere.</summary>
    [Fact]
    public void A_view_of_a_disposed_file_reads_zeros_and_throws_at_its_end()
    {
        string path = FileOf(10_000);
        MappedFile file = MappedFile.Open(path, MapMode.ReadWrite);
        WritableMappedView view = file.GetWritableView();
        WritableMappedView slice = view.Slice(5000, 100);

        file.Dispose();

        Assert.Equal(-1, view.Span.IndexOfAnyExcept((byte)0));
        Assert.Equal(0, view.Read<long>(8));
        view.Write(8, 1L);
        slice.Span.Fill(1);
        Assert.False(view.IsValid);
        Assert.False(slice.IsValid);
        AssertDisposed(view);
        AssertDisposed(slice);
        AssertDisposed(view);
        Assert.Equal(Bytes.Of(10_000), File.ReadAllBytes(path));
    }

    [Fact]
    public void Validate_may_be_asked_again_and_again()
    {
        using MappedFile file = MappedFile.Open(FileOf(10_000));
        MappedView view = file.GetView();
        view.Validate();
        view.Dispose();
        view.Dispose();
        view.Validate();
        Assert.True(view.IsValid);
    }

    /// <summary>The reference to the region is enough: nobody needs the file for it.</summary>
    [Fact]
    public void A_view_keeps_what_it_shows_when_nobody_refers_to_the_file_any_more()
    {
        string path = FileOf(10_000);
        MappedView view = Open(path);
        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.Equal(Bytes.Of(10_000), view.Span.ToArray());
        view.Dispose();
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static MappedView Open(string path) => MappedFile.Open(path).GetView();

    private static void AssertDisposed(WritableMappedView view)
    {
        try
        {
            view.Dispose();
        }
        catch (ObjectDisposedException)
        {
            return;
        }

        Assert.Fail("A view of a disposed file ended quietly.");
    }
}
