using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.Opening;

public sealed class CreatingTests : FileTests
{
    private const long TooMuch = 1L << 56;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(10_000)]
    public void Creates_zeros(long length)
    {
        string path = PathOf();

        using MappedFile file = MappedFile.Create(path, length);

        Assert.Equal(MapMode.ReadWrite, file.Mode);
        Assert.Equal(length, file.Length);
        Assert.Equal(new byte[length], File.ReadAllBytes(path));
    }

    [Fact]
    public void Create_truncates_what_is_there()
    {
        string path = FileOf(5000);

        using MappedFile file = MappedFile.Create(path, 100);

        Assert.Equal(100, file.Length);
        Assert.Equal(new byte[100], File.ReadAllBytes(path));
    }

    [Fact]
    public void OpenOrCreate_keeps_what_is_there()
    {
        byte[] content = Bytes.Of(5000);
        string path = FileOf(content.Length);

        using MappedFile file = MappedFile.OpenOrCreate(path, 100);

        Assert.Equal(content.Length, file.Length);
        Assert.Equal(MapMode.ReadWrite, file.Mode);
        Assert.Equal(content, File.ReadAllBytes(path));
    }

    [Fact]
    public void OpenOrCreate_creates_what_is_not_there()
    {
        string path = PathOf();

        using MappedFile file = MappedFile.OpenOrCreate(path, 100);

        Assert.Equal(new byte[100], File.ReadAllBytes(path));
    }

    [Fact]
    public void A_creation_that_fails_leaves_nothing_behind()
    {
        string path = PathOf();

        Assert.ThrowsAny<IOException>(() => MappedFile.Create(path, TooMuch));
        Assert.False(File.Exists(path));
        Assert.ThrowsAny<IOException>(() => MappedFile.OpenOrCreate(path, TooMuch));
        Assert.False(File.Exists(path));
        Assert.ThrowsAny<IOException>(() => MappedFile.Create(path, 100, new MappedFileOptions { Capacity = TooMuch }));
        Assert.False(File.Exists(path));
    }

    [Fact]
    public void A_creation_that_fails_does_not_remove_what_was_there()
    {
        string path = FileOf(5000);

        Assert.ThrowsAny<IOException>(() => MappedFile.Create(path, TooMuch));

        Assert.Empty(File.ReadAllBytes(path));
    }

    [Fact]
    public void An_opening_that_fails_changes_nothing()
    {
        byte[] content = Bytes.Of(5000);
        string path = FileOf(content.Length);

        Assert.ThrowsAny<IOException>(() => MappedFile.OpenOrCreate(path, 100, new MappedFileOptions { Capacity = TooMuch }));

        Assert.Equal(content, File.ReadAllBytes(path));
    }

    [Theory]
    [InlineData(MapMode.ReadOnly)]
    [InlineData(MapMode.CopyOnWrite)]
    public void Nothing_is_created_in_another_mode_than_ReadWrite(MapMode mode)
    {
        string path = PathOf();
        var options = new MappedFileOptions { Mode = mode };

        Assert.Throws<ArgumentException>(() => MappedFile.Create(path, 100, options));
        Assert.Throws<ArgumentException>(() => MappedFile.OpenOrCreate(path, 100, options));
        Assert.False(File.Exists(path));
        MappedFile.Create(path, 100, new MappedFileOptions { Mode = MapMode.ReadWrite }).Dispose();
    }

    [Fact]
    public void A_file_that_others_hold_is_not_truncated()
    {
        byte[] content = Bytes.Of(5000);
        string path = FileOf(content.Length);
        using MappedFile holder = MappedFile.Open(path, new MappedFileOptions { Share = FileShare.None });

        Assert.Throws<IOException>(() => MappedFile.Create(path, 100));

        Assert.Equal(content, holder.Read(0, content.Length, static span => span.ToArray()));
    }

    [Fact]
    public void A_directory_that_is_not_there_is_not_created() =>
        Assert.Throws<DirectoryNotFoundException>(() => MappedFile.Create(PathOf("none/none"), 100));

    [NeedsFact(Needs.Linux)]
    public void Preallocation_takes_the_blocks_at_once()
    {
        string path = PathOf();
        const long length = 1 << 20;

        using MappedFile file = MappedFile.Create(path, length, new MappedFileOptions { Preallocate = true });

        Assert.True(Blocks(path) * 512 >= length);
        file.Resize(2 * length);
        Assert.True(Blocks(path) * 512 >= 2 * length);
    }

    private static long Blocks(string path) =>
        long.Parse(Tool.Run("stat", "-c", "%b", path), System.Globalization.CultureInfo.InvariantCulture);
}
