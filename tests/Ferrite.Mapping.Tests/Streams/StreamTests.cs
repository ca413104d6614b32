using System.Text;

namespace Ferrite.Mapping.Tests.Streams;

public sealed class StreamTests : FileTests
{
    private const int Length = 10_000;

    [Theory]
    [InlineData(MapMode.ReadOnly)]
    [InlineData(MapMode.ReadWrite)]
    [InlineData(MapMode.CopyOnWrite)]
    public void It_can_write_where_the_mapping_can(MapMode mode)
    {
        string path = FileOf(Length);
        using MappedFile file = MappedFile.Open(path, mode);
        using Stream stream = file.OpenStream();
        Assert.True(stream is { CanRead: true, CanSeek: true, CanTimeout: false });
        Assert.Equal(mode != MapMode.ReadOnly, stream.CanWrite);
        if (mode == MapMode.ReadOnly)
        {
            Assert.Throws<NotSupportedException>(() => stream.Write([1]));
            Assert.Throws<NotSupportedException>(() => stream.WriteByte(1));
            Assert.True(stream.WriteAsync(new byte[1]).AsTask().IsFaulted);
            Assert.Equal(0, stream.Position);
        }
        else
        {
            stream.Write([1, 2, 3]);
            Assert.Equal(2, file.Read<byte>(1));
            Assert.Equal(mode == MapMode.ReadWrite ? 2 : Bytes.At(1), File.ReadAllBytes(path)[1]);
        }

        Assert.Throws<NotSupportedException>(() => stream.SetLength(1));
    }

    [Fact]
    public void Ranges_outside_the_file_are_refused()
    {
        using MappedFile file = MappedFile.Open(FileOf(Length));
        Assert.Equal(0, file.OpenStream(Length).Length);
        Assert.Equal(0, file.OpenStream(Length, 0).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => file.OpenStream(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => file.OpenStream(Length + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => file.OpenStream(1, Length));
        Assert.Throws<ArgumentOutOfRangeException>(() => file.OpenStream(0, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => file.OpenStream(long.MaxValue, long.MaxValue));
    }

    [Fact]
    public void Positions_may_lie_anywhere_but_before_the_beginning()
    {
        using MappedFile file = MappedFile.Open(FileOf(Length), MapMode.ReadWrite);
        foreach (Stream stream in new[] { file.OpenStream(10), file.OpenStream(10, 5) })
        {
            foreach (long position in new[] { int.MaxValue + 1L, long.MaxValue - 10, long.MaxValue - 9, long.MaxValue })
            {
                stream.Position = position;
                Assert.Equal(0, stream.Read(new byte[10]));
                Assert.Equal(-1, stream.ReadByte());
                Assert.Throws<NotSupportedException>(() => stream.Write([1]));
                stream.Write([]);
                stream.CopyTo(Null());
                Assert.Equal(position, stream.Position);
                Assert.Throws<IOException>(() => stream.Seek(long.MaxValue, SeekOrigin.Current));
            }

            Assert.Throws<IOException>(() => stream.Seek(-1, SeekOrigin.Begin));
            Assert.Throws<IOException>(() => stream.Seek(long.MinValue, SeekOrigin.End));
            Assert.Throws<ArgumentOutOfRangeException>(() => stream.Position = -1);
            Assert.Throws<ArgumentOutOfRangeException>(() => stream.Seek(0, (SeekOrigin)9));
        }
    }

    [Fact]
    public void A_stream_that_the_file_has_become_too_short_for_does_not_end_quietly()
    {
        using MappedFile file = MappedFile.Open(FileOf(Length), MapMode.ReadWrite);
        using Stream stream = file.OpenStream(1000, 5000);
        file.Resize(3000);

        Assert.Equal(5000, stream.Length);
        byte[] buffer = new byte[4000];
        Assert.Equal(2000, stream.Read(buffer));
        Assert.Equal(Bytes.Of(2000, 1000), buffer[..2000]);
        Assert.Throws<EndOfStreamException>(() => stream.Read(buffer));
        Assert.Throws<EndOfStreamException>(() => stream.ReadByte());
        Assert.Throws<EndOfStreamException>(() => stream.CopyTo(Null()));
        Assert.IsType<EndOfStreamException>(stream.ReadAsync(buffer).AsTask().Exception!.InnerException);
        Assert.Equal(0, stream.Read([]));
        Assert.Throws<NotSupportedException>(() => stream.Write([1]));
        Assert.Equal(2000, stream.Position);

        file.Resize(Length);
        Assert.Equal(3000, stream.Read(buffer));
        Assert.Equal(new byte[3000], buffer[..3000]);
        Assert.Equal(0, stream.Read(buffer));
    }

    [Fact]
    public void Growth_by_others_shows_after_a_refresh()
    {
        string path = FileOf(Length);
        using MappedFile file = MappedFile.Open(path);
        using Stream stream = file.OpenStream(Length - 10);
        byte[] buffer = new byte[100];
        Assert.Equal(10, stream.Read(buffer));
        Assert.Equal(0, stream.Read(buffer));

        File.AppendAllText(path, "more");
        Assert.Equal(0, stream.Read(buffer));
        file.Refresh();
        Assert.Equal(4, stream.Read(buffer));
        Assert.Equal("more", Encoding.ASCII.GetString(buffer, 0, 4));
    }

    [Fact]
    public void Copies_of_many_pieces_are_whole()
    {
        const int Long = (3 << 20) + 77;
        using MappedFile file = MappedFile.Open(FileOf(Long), MapMode.ReadWrite);
        using Stream stream = file.OpenStream(7);
        using var sync = new MemoryStream();
        stream.Position = 1;
        stream.CopyTo(sync);
        using var async = new MemoryStream();
        stream.Position = 1;
        Assert.True(stream.CopyToAsync(async).IsCompletedSuccessfully);

        Assert.Equal(Bytes.Of(Long - 8, 8), sync.ToArray());
        Assert.Equal(sync.ToArray(), async.ToArray());
        Assert.Equal(stream.Length, stream.Position);
    }

    [Fact]
    public void A_copy_that_fails_leaves_the_position_where_the_last_whole_piece_ended()
    {
        const int Long = 3 << 20;
        using MappedFile file = MappedFile.Open(FileOf(Long), MapMode.ReadWrite);
        using Stream stream = file.OpenStream();
        using var small = new MemoryStream(new byte[(1 << 20) + 100]);

        Assert.Throws<NotSupportedException>(() => stream.CopyTo(small));

        Assert.Equal(1 << 20, stream.Position);
        using var cut = new CuttingStream(file, length: 1 << 20);
        stream.Position = 0;
        Assert.Throws<MappedFileFaultException>(() => stream.CopyTo(cut));
        Assert.Equal(0, stream.Position);
        file.Resize(Long);
        cut.Armed = true;
        Assert.IsType<MappedFileFaultException>(stream.CopyToAsync(cut).Exception!.InnerException);
    }

    [Fact]
    public async Task What_is_cancelled_does_nothing()
    {
        using MappedFile file = MappedFile.Open(FileOf(Length), MapMode.ReadWrite);
        await using Stream stream = file.OpenStream();
        var cancelled = new CancellationToken(canceled: true);

        Assert.True(stream.ReadAsync(new byte[10], cancelled).AsTask().IsCanceled);
        Assert.True(stream.ReadAsync(new byte[10], 0, 10, cancelled).IsCanceled);
        Assert.True(stream.WriteAsync(new byte[10], cancelled).AsTask().IsCanceled);
        Assert.True(stream.WriteAsync(new byte[10], 0, 10, cancelled).IsCanceled);
        Assert.True(stream.FlushAsync(cancelled).IsCanceled);
        Assert.True(stream.CopyToAsync(Null(), cancelled).IsCanceled);
        Assert.Equal(0, stream.Position);
        Assert.Equal(Bytes.At(0), file.Read<byte>(0));

        using var source = new CancellationTokenSource();
        using var destination = new CancellingStream(source);
        file.Resize(5 << 20);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stream.CopyToAsync(destination, source.Token));
        Assert.Equal(1 << 20, stream.Position);
    }

    [Fact]
    public async Task Disposed_it_can_do_nothing_and_the_file_goes_on()
    {
        using MappedFile file = MappedFile.Open(FileOf(Length), MapMode.ReadWrite);
        Stream stream = file.OpenStream();
        await stream.DisposeAsync();
        stream.Dispose();

        Assert.False(stream.CanRead || stream.CanSeek || stream.CanWrite);
        await AssertDisposed(stream);
        Assert.Equal(Bytes.At(5), file.Read<byte>(5));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(100L)]
    public async Task So_it_is_when_the_file_is(long? length)
    {
        MappedFile file = MappedFile.Open(FileOf(Length), MapMode.ReadWrite);
        Stream stream = file.OpenStream(0, length);
        file.Dispose();

        await AssertDisposed(stream, alsoPosition: false);
    }

    [Fact]
    public void Reading_and_writing_allocate_nothing()
    {
        using MappedFile file = MappedFile.Open(FileOf(Length), MapMode.ReadWrite);
        using Stream stream = file.OpenStream();
        byte[] buffer = new byte[64];
        Use(stream, buffer);

        long before = GC.GetAllocatedBytesForCurrentThread();
        Use(stream, buffer);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Readers_work_over_it()
    {
        string text = string.Concat(Enumerable.Range(0, 5000).Select(static i => $"line {i} äöü\n"));
        File.WriteAllText(PathOf(), text);
        using MappedFile file = MappedFile.Open(PathOf());
        using var reader = new StreamReader(file.OpenStream());

        Assert.Equal(text, reader.ReadToEnd());
    }

    private static void Use(Stream stream, byte[] buffer)
    {
        for (int i = 0; i < 2000; i++)
        {
            stream.Position = i;
            ValueTask<int> read = stream.ReadAsync(buffer.AsMemory());
            Assert.True(read.IsCompletedSuccessfully && read.Result == 64);
            Task<int> readArray = stream.ReadAsync(buffer, 0, 64, CancellationToken.None);
            Assert.True(readArray.IsCompletedSuccessfully && readArray.Result == 64);
            _ = stream.ReadByte() + stream.Read(buffer);
            Assert.True(stream.WriteAsync(buffer.AsMemory()).AsTask().IsCompletedSuccessfully);
            stream.WriteByte(1);
        }
    }

    private static async Task AssertDisposed(Stream stream, bool alsoPosition = true)
    {
        byte[] buffer = new byte[10];
        Assert.Throws<ObjectDisposedException>(() => stream.Length);
        Assert.Throws<ObjectDisposedException>(() => stream.Read(buffer));
        Assert.Throws<ObjectDisposedException>(() => stream.Read(buffer, 0, 10));
        Assert.Throws<ObjectDisposedException>(() => stream.ReadByte());
        Assert.Throws<ObjectDisposedException>(() => stream.Write(buffer));
        Assert.Throws<ObjectDisposedException>(() => stream.WriteByte(1));
        Assert.Throws<ObjectDisposedException>(() => stream.Seek(0, SeekOrigin.End));
        if (alsoPosition)
        {
            Assert.Throws<ObjectDisposedException>(() => stream.Position);
            Assert.Throws<ObjectDisposedException>(() => stream.Position = 1);
            Assert.Throws<ObjectDisposedException>(() => stream.Seek(0, SeekOrigin.Current));
        }

        await Assert.ThrowsAsync<ObjectDisposedException>(() => stream.ReadAsync(buffer).AsTask());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => stream.WriteAsync(buffer).AsTask());
        Assert.Throws<ObjectDisposedException>(() => stream.CopyTo(Null()));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => stream.CopyToAsync(Null()));
    }

    /// <summary>A stream to copy to that keeps nothing, but is not <see cref="Stream.Null"/>, for which copying does nothing at all.</summary>
    private static MemoryStream Null() => new();
}
