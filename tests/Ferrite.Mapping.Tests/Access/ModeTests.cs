namespace Ferrite.Mapping.Tests.Access;

public sealed class ModeTests : FileTests
{
    public static TheoryData<string, Action<MappedFile>> Writes => new()
    {
        { "Write", static file => file.Write(0, 1L) },
        { "Write of many bytes", static file => file.Write(0, new Model.Bytes100()) },
        { "Write of a span", static file => file.Write(0, [1, 2, 3]) },
        { "Write of nothing", static file => file.Write(0, []) },
        { "Write outside", static file => file.Write(-1, 1L) },
        { "GetWritableView", static file => file.GetWritableView().Dispose() },
        { "GetWritableView of a range", static file => file.GetWritableView(0, 1).Dispose() },
        { "WritableChunks", static file => file.WritableChunks(10).GetEnumerator() },
        { "Resize", static file => file.Resize(10) },
    };

    [Theory]
    [MemberData(nameof(Writes))]
    public void ReadOnly_refuses_every_write(string name, Action<MappedFile> write)
    {
        byte[] content = Bytes.Of(1000);
        string path = FileOf(content.Length, name);
        using MappedFile file = MappedFile.Open(path);

        NotSupportedException refused = Assert.Throws<NotSupportedException>(() => write(file));

        Assert.Contains("ReadOnly", refused.Message, StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllBytes(path));
    }

    [Fact]
    public void ReadOnly_has_nothing_to_flush()
    {
        using MappedFile file = MappedFile.Open(FileOf(1000));

        file.Flush();
        file.Flush(FlushLevel.Schedule);
        file.Flush(10, 20);
    }

    [Fact]
    public void ReadWrite_is_seen_by_others_at_once_and_sees_them()
    {
        string path = FileOf(1000);
        using MappedFile file = MappedFile.Open(path, MapMode.ReadWrite);
        using MappedFile other = MappedFile.Open(path);

        file.Write(8, 42L);
        Assert.Equal(42L, other.Read<long>(8));
        Assert.Equal(42L, BitConverter.ToInt64(File.ReadAllBytes(path), 8));

        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        RandomAccess.Write(handle, BitConverter.GetBytes(43L), 8);
        Assert.Equal(43L, file.Read<long>(8));
    }

    [Fact]
    public void CopyOnWrite_keeps_what_it_writes_from_others()
    {
        byte[] content = Bytes.Of(3 * MappedFile.PageSize);
        string path = FileOf(content.Length);
        using MappedFile file = MappedFile.Open(path, MapMode.CopyOnWrite);
        using MappedFile other = MappedFile.Open(path, MapMode.CopyOnWrite);

        file.Write(0, 42L);
        file.Write(MappedFile.PageSize - 2, [1, 2, 3, 4]);
        using (WritableMappedView view = file.GetWritableView(MappedFile.PageSize * 2, 8))
        {
            view.Span.Fill(9);
        }

        foreach (Span<byte> chunk in file.WritableChunks(100))
        {
            chunk[^1] = 77;
        }

        file.Flush();
        Assert.Equal(content, other.Read(0, content.Length, static span => span.ToArray()));
        Assert.Equal(content, File.ReadAllBytes(path));
        Assert.Equal(42L, file.Read<long>(0));
        Assert.Equal(77, file.Read<byte>(99));
        file.Dispose();
        Assert.Equal(content, File.ReadAllBytes(path));
    }

    [Fact]
    public void CopyOnWrite_keeps_what_others_write_from_pages_it_has_written()
    {
        string path = FileOf(2 * MappedFile.PageSize);
        using MappedFile file = MappedFile.Open(path, MapMode.CopyOnWrite);
        using MappedFile other = MappedFile.Open(path, MapMode.ReadWrite);
        file.Write(0, (byte)42);

        other.Write(0, (byte)43);
        other.Write(1, (byte)44);

        Assert.Equal(42, file.Read<byte>(0));
        Assert.Equal(Bytes.At(1), file.Read<byte>(1));
        file.Refresh();
        Assert.Equal(43, file.Read<byte>(0));
        Assert.Equal(44, file.Read<byte>(1));
    }

    [Fact]
    public void CopyOnWrite_is_not_resized()
    {
        string path = FileOf(100);
        using MappedFile file = MappedFile.Open(path, new MappedFileOptions { Mode = MapMode.CopyOnWrite, Capacity = 10_000 });

        Assert.Throws<NotSupportedException>(() => file.Resize(200));
        Assert.Throws<NotSupportedException>(() => file.Resize(50));

        Assert.Equal(100, file.Length);
        Assert.Equal(100, new FileInfo(path).Length);
    }

    [Fact]
    public void CopyOnWrite_needs_no_right_to_write()
    {
        string path = FileOf(100);
        using var readable = File.OpenHandle(path);

        using MappedFile file = MappedFile.FromHandle(readable, new MappedFileOptions { Mode = MapMode.CopyOnWrite });

        file.Write(0, 42L);
        Assert.Equal(42L, file.Read<long>(0));
    }
}
