namespace Ferrite.Mapping.Tests.Opening;

public sealed class OpeningTests : FileTests
{
    [Theory]
    [InlineData(MapMode.ReadOnly)]
    [InlineData(MapMode.ReadWrite)]
    [InlineData(MapMode.CopyOnWrite)]
    public void Maps_all_of_a_file(MapMode mode)
    {
        byte[] content = Bytes.Of(10_000);
        string path = FileOf(content.Length);

        using MappedFile file = MappedFile.Open(path, mode);

        Assert.Equal(content.Length, file.Length);
        Assert.Equal(mode, file.Mode);
        Assert.Equal(path, file.Path);
        Assert.False(file.IsEmpty);
        Assert.False(file.IsFaulted);
        Assert.Equal(3 * MappedFile.PageSize, file.Capacity);
        Assert.Equal(content, file.Read(0, content.Length, static span => span.ToArray()));
    }

    [Fact]
    public void The_mode_is_read_only_unless_asked_otherwise()
    {
        string path = FileOf(100);
        using MappedFile byDefault = MappedFile.Open(path);
        using MappedFile byOptions = MappedFile.Open(path, new MappedFileOptions());

        Assert.Equal(MapMode.ReadOnly, byDefault.Mode);
        Assert.Equal(MapMode.ReadOnly, byOptions.Mode);
    }

    [Fact]
    public void The_path_is_told_in_full()
    {
        string path = FileOf(100);

        using MappedFile file = MappedFile.Open(Path.GetRelativePath(Environment.CurrentDirectory, path));

        Assert.Equal(path, file.Path);
    }

    [Fact]
    public void The_capacity_is_kept_in_whole_pages()
    {
        string path = FileOf(100);

        using MappedFile file = MappedFile.Open(path, new MappedFileOptions { Capacity = (3 * MappedFile.PageSize) + 1 });

        Assert.Equal(4 * MappedFile.PageSize, file.Capacity);
        Assert.Equal(100, file.Length);
    }

    [Fact]
    public void A_file_that_is_not_there_is_not_found()
    {
        Assert.Throws<FileNotFoundException>(() => MappedFile.Open(PathOf("none")));
        Assert.Throws<DirectoryNotFoundException>(() => MappedFile.Open(PathOf("none/none")));
    }

    [Fact]
    public void A_directory_is_refused() => Assert.Throws<UnauthorizedAccessException>(() => MappedFile.Open(DirectoryPath));

    [Fact]
    public void Sharing_is_what_the_options_say()
    {
        string path = FileOf(100);
        using MappedFile file = MappedFile.Open(path, new MappedFileOptions { Mode = MapMode.ReadWrite, Share = FileShare.None });

        Assert.Throws<IOException>(() => MappedFile.Open(path, MapMode.ReadWrite));
        file.Dispose();
        MappedFile.Open(path, MapMode.ReadWrite).Dispose();
    }

    [Fact]
    public void A_capacity_past_the_address_space_names_the_call_and_the_error()
    {
        string path = FileOf(100);

        IOException refused = Assert.Throws<IOException>(() => MappedFile.Open(path, new MappedFileOptions { Capacity = 1L << 56 }));

        Assert.Contains("mmap", refused.Message, StringComparison.Ordinal);
        Assert.Contains("ENOMEM", refused.Message, StringComparison.Ordinal);
        Assert.Contains(path, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_nobody_can_mean_is_refused_before_anything_is_opened()
    {
        string path = PathOf("none");
        Assert.Throws<ArgumentNullException>(() => MappedFile.Open(null!));
        Assert.Throws<ArgumentException>(() => MappedFile.Open(""));
        Assert.Throws<ArgumentNullException>(() => MappedFile.Open(path, null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => MappedFile.Open(path, (MapMode)3));
        Assert.Throws<ArgumentOutOfRangeException>(() => MappedFile.Open(path, new MappedFileOptions { Mode = (MapMode)(-1) }));
        Assert.Throws<ArgumentOutOfRangeException>(() => MappedFile.Open(path, new MappedFileOptions { Capacity = -1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => MappedFile.Open(path, new MappedFileOptions { Capacity = (1L << 56) + 1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => MappedFile.Create(path, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => MappedFile.Create(path, (1L << 56) + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => MappedFile.OpenOrCreate(path, long.MinValue));
        Assert.False(File.Exists(path));
    }

    [Fact]
    public void Without_the_fault_guard_everything_else_works()
    {
        string path = FileOf(100);

        using MappedFile file = MappedFile.Open(path, new MappedFileOptions { FaultGuard = false, Mode = MapMode.ReadWrite });

        file.Write(8, 42L);
        Assert.Equal(42L, file.Read<long>(8));
    }
}
