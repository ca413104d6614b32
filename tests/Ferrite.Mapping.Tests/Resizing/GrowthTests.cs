namespace Ferrite.Mapping.Tests.Resizing;

public sealed class GrowthTests : FileTests
{
    private const int Length = 10_000;

    /// <summary>Inside the capacity and past it, by a little and by much.</summary>
    public static TheoryData<long, long> Growths => new()
    {
        { 0, Length + 1 },
        { 0, 3L * 4096 },
        { 0, 1_000_000 },
        { 100_000, Length + 1 },
        { 100_000, 100_000 },
        { 100_000, 1_000_000 },
    };

    [Theory]
    [MemberData(nameof(Growths))]
    public void Views_held_across_growth_go_on_reading_and_writing_the_file(long capacity, long grown)
    {
        string path = FileOf(Length);
        using MappedFile file = MappedFile.Open(path, new MappedFileOptions { Mode = MapMode.ReadWrite, Capacity = capacity });
        using MappedView view = file.GetView(1000, 2000);
        using WritableMappedView writable = file.GetWritableView();

        file.Resize(grown);

        Assert.Equal(Bytes.Of(2000, offset: 1000), view.Span.ToArray());
        Assert.Equal(Length, writable.Length);
        writable.Write(1000, 42L);
        writable.Span[^1] = 43;
        view.Validate();
        writable.Validate();
        Assert.Equal(42L, view.Read<long>(0));
        Assert.Equal(42L, file.Read<long>(1000));
        Assert.Equal(43, file.Read<byte>(Length - 1));
        byte[] content = File.ReadAllBytes(path);
        Assert.Equal(42L, BitConverter.ToInt64(content, 1000));
        Assert.Equal(43, content[Length - 1]);
        Assert.Equal(grown, content.Length);
        Assert.Equal(-1, content.AsSpan(Length).IndexOfAnyExcept((byte)0));
    }

    [Fact]
    public void Within_the_capacity_nothing_moves()
    {
        using MappedFile file = MappedFile.Open(FileOf(Length), new MappedFileOptions { Mode = MapMode.ReadWrite, Capacity = 1_000_000 });
        (nint address, long capacity) = (Address(file), file.Capacity);
        for (long length = Length; length <= capacity; length += 7777)
        {
            file.Resize(length);
            Assert.Equal(length, file.Length);
            file.Write(length - 8, length);
        }

        file.Resize(capacity);
        Assert.Equal((address, capacity), (Address(file), file.Capacity));
        Assert.Equal(Length, file.Read<long>(Length - 8));
    }

    [Fact]
    public void Past_the_capacity_it_doubles()
    {
        int page = MappedFile.PageSize;
        using MappedFile file = MappedFile.Open(FileOf(page), MapMode.ReadWrite);
        Assert.Equal(page, file.Capacity);

        file.Resize(page + 1);
        Assert.Equal(2 * page, file.Capacity);
        file.Resize((2 * page) + 1);
        Assert.Equal(4 * page, file.Capacity);
        file.Resize(100 * page);
        Assert.Equal(100 * page, file.Capacity);
    }

    [Fact]
    public void A_growth_that_the_file_system_refuses_changes_nothing()
    {
        string path = FileOf(Length);
        using MappedFile file = MappedFile.Open(path, MapMode.ReadWrite);

        IOException refused = Assert.ThrowsAny<IOException>(() => file.Resize(1L << 56));

        Assert.Contains(path, refused.Message, StringComparison.Ordinal);
        Assert.Equal(Length, file.Length);
        Assert.Equal(Bytes.Of(Length), File.ReadAllBytes(path));
        Assert.Throws<ArgumentOutOfRangeException>(() => file.Resize((1L << 56) + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => file.Resize(-1));
        file.Resize(Length + 1);
        Assert.Equal(Bytes.Of(Length), file.Read(0, Length, static span => span.ToArray()));
    }

    [Fact]
    public void Growing_over_what_others_appended_keeps_it()
    {
        string path = FileOf(Length);
        using MappedFile file = MappedFile.Open(path, MapMode.ReadWrite);
        File.AppendAllBytes(path, Bytes.Of(100, offset: Length));

        file.Resize(Length + 200);

        Assert.Equal(Bytes.Of(Length + 100), file.Read(0, Length + 100, static span => span.ToArray()));
        Assert.Equal(new byte[100], file.Read(Length + 100, 100, static span => span.ToArray()));
    }

    [Fact]
    public void Growing_from_few_bytes_one_by_one()
    {
        string path = FileOf(0);
        using MappedFile file = MappedFile.Open(path, MapMode.ReadWrite);
        for (int i = 0; i < 300; i++)
        {
            file.Resize(i + 1);
            file.Write(i, Bytes.At(i));
        }

        Assert.Equal(Bytes.Of(300), File.ReadAllBytes(path));
    }

    private static unsafe nint Address(MappedFile file) => (nint)file.DangerousGetPointer();
}
