namespace Ferrite.Mapping.Tests.Resizing;

public sealed class RefreshTests : FileTests
{
    private const int Length = 10_000;

    [Theory]
    [InlineData(MapMode.ReadOnly)]
    [InlineData(MapMode.ReadWrite)]
    [InlineData(MapMode.CopyOnWrite)]
    public void What_others_appended_or_cut_shows_after_it(MapMode mode)
    {
        string path = FileOf(Length);
        using MappedFile file = MappedFile.Open(path, mode);

        File.AppendAllBytes(path, Bytes.Of(5000, offset: Length));
        Assert.Equal(Length, file.Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => file.Read<byte>(Length));
        file.Refresh();
        Assert.Equal(Bytes.Of(Length + 5000), file.Read(0, (int)file.Length, static span => span.ToArray()));

        Cut(path, 5000);

        file.Refresh();
        Assert.Equal(Bytes.Of(5000), file.Read(0, (int)file.Length, static span => span.ToArray()));
    }

    [Fact]
    public void Views_of_before_go_on_showing_the_file()
    {
        using MappedFile file = MappedFile.Open(FileOf(Length), MapMode.ReadWrite);
        using MappedView old = file.GetView();
        using WritableMappedView writable = file.GetWritableView();

        file.Refresh();
        file.Write(8, 42L);
        writable.Write(16, 43L);

        Assert.Equal(42L, old.Read<long>(8));
        Assert.Equal(43L, file.Read<long>(16));
    }

    [Fact]
    public void It_discards_what_was_written_privately_but_not_for_views_of_before()
    {
        string path = FileOf(Length);
        using MappedFile file = MappedFile.Open(path, MapMode.CopyOnWrite);
        file.Write(8, 42L);
        using MappedView old = file.GetView();

        file.Refresh();

        Assert.Equal(Bytes.Of(Length), file.Read(0, Length, static span => span.ToArray()));
        Assert.Equal(42L, old.Read<long>(8));
    }

    [Fact]
    public void It_keeps_the_capacity_that_there_was()
    {
        using MappedFile file = MappedFile.Open(FileOf(Length), new MappedFileOptions { Mode = MapMode.ReadWrite, Capacity = 100_000 });
        long capacity = file.Capacity;

        file.Refresh();
        Assert.Equal(capacity, file.Capacity);
        file.Resize(capacity + 1);
        file.Refresh();

        Assert.Equal(2 * capacity, file.Capacity);
    }

    [Fact]
    public void Validate_finds_a_cut_by_others_that_no_access_can_see()
    {
        string path = FileOf(Length);
        using MappedFile file = MappedFile.Open(path);
        file.Validate();

        Cut(path, Length - 100);

        // Inside the last page: it reads as zeros, without a fault.
        Assert.Equal(0, file.Read<byte>(Length - 1));
        MappedFileFaultException found = Assert.Throws<MappedFileFaultException>(file.Validate);
        Assert.Equal(Length - 100, found.Offset);
        Assert.Equal(FaultCause.Truncated, found.Cause);
        file.Refresh();
        file.Validate();
    }

    [Fact]
    public void Resize_refuses_a_file_that_others_cut()
    {
        string path = FileOf(Length);
        using MappedFile file = MappedFile.Open(path, MapMode.ReadWrite);
        Cut(path, Length - 100);

        Assert.Throws<MappedFileFaultException>(() => file.Resize(Length + 100));
        Assert.Throws<MappedFileFaultException>(() => file.Resize(100));

        Assert.Equal(Length - 100, new FileInfo(path).Length);
        file.Refresh();
        file.Resize(100);
        Assert.Equal(Bytes.Of(100), File.ReadAllBytes(path));
    }

    [Fact]
    public void A_file_that_was_removed_goes_on()
    {
        string path = FileOf(Length);
        using MappedFile file = MappedFile.Open(path, MapMode.ReadWrite);

        File.Delete(path);
        file.Resize(2 * Length);
        file.Refresh();

        Assert.Equal(Bytes.Of(Length), file.Read(0, Length, static span => span.ToArray()));
        Assert.False(File.Exists(path));
    }

    private static void Cut(string path, long length)
    {
        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        RandomAccess.SetLength(handle, length);
    }
}
