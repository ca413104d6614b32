using System.Buffers;
using Ferrite.Mapping.Tests.Faults;
using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.Async;

/// <summary>What the asynchronous forms promise, cancelled and not.</summary>
public sealed class AsyncTests : FileTests
{
    private const int Length = 20_000;

    private static readonly MappedFileOptions Counted = new() { FlushPolicy = FlushPolicy.EveryBytes(1 << 30) };

    [Fact]
    public async Task What_WriteAsync_wrote_is_written_and_flushed()
    {
        using MappedFile file = MappedFile.Create(PathOf(), Length, Counted);
        file.Write(0, 1L);
        file.Write(10_000, 1L);

        await file.WriteAsync(10_100, Bytes.Of(200));

        Assert.Equal(Bytes.Of(200), File.ReadAllBytes(PathOf())[10_100..10_300]);
        // The other page's is pending still.
        Assert.Equal((8, 1), (file.PendingBytes, file.PendingWrites));
        await file.FlushAsync(0, 8);
        Assert.Equal(0, file.PendingBytes);
        file.Write(0, 1L);
        await file.FlushAsync();
        Assert.Equal(0, file.PendingBytes);
    }

    [NeedsFact(Needs.Strace)]
    public void WriteAsync_makes_one_durable_call_of_its_pages()
    {
        Strace trace = Strace.Run("msync,fsync,fdatasync", inject: null, WriteOnce, FileOf(Length));

        string call = Assert.Single(trace.CallsOf("msync"));
        Assert.Contains($", {MappedFile.PageSize + 10}, MS_SYNC", call, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelled_before_they_begin_they_do_nothing()
    {
        using MappedFile file = MappedFile.Create(PathOf(), Length, Counted);
        file.Write(0, 1L);
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAsync<TaskCanceledException>(() => file.FlushAsync(cancelled));
        await Assert.ThrowsAsync<TaskCanceledException>(() => file.FlushAsync(0, 8, cancelled));
        await Assert.ThrowsAsync<TaskCanceledException>(() => file.WriteAsync(0, new byte[10], cancelled));
        await Assert.ThrowsAsync<TaskCanceledException>(() => MappedFile.CreateAsync(PathOf("new"), 10, null, cancelled));
        await Assert.ThrowsAsync<TaskCanceledException>(() => MappedFile.CreateAsync(PathOf(), 10, null, cancelled));

        Assert.Equal(8, file.PendingBytes);
        Assert.Equal(1, file.Read<long>(0));
        Assert.False(File.Exists(PathOf("new")));
        Assert.Equal(Length, new FileInfo(PathOf()).Length);
    }

    /// <summary>The memory itself cancels, when its bytes are fetched.</summary>
    [Fact]
    public async Task WriteAsync_cancelled_after_the_write_has_written_and_not_flushed()
    {
        using MappedFile file = MappedFile.Create(PathOf(), Length, Counted);
        using var source = new CancellationTokenSource();
        using var memory = new CancellingMemory(source, Bytes.Of(100));

        OperationCanceledException cancelled =
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => file.WriteAsync(50, memory.Memory, source.Token));

        Assert.Equal(source.Token, cancelled.CancellationToken);
        Assert.Equal(Bytes.Of(100), File.ReadAllBytes(PathOf())[50..150]);
        Assert.Equal((100, 1), (file.PendingBytes, file.PendingWrites));
    }

    [Fact]
    public async Task CreateAsync_creates()
    {
        using (MappedFile file = await MappedFile.CreateAsync(PathOf(), Length, new MappedFileOptions { Preallocate = true }))
        {
            Assert.Equal((Length, MapMode.ReadWrite), (file.Length, file.Mode));
            file.Write(0, 5L);
        }

        using (MappedFile again = await MappedFile.CreateAsync(PathOf(), 100))
        {
            Assert.Equal((100, 0), (again.Length, again.Read<long>(0)));
        }

        Assert.Throws<ArgumentNullException>(() => { _ = MappedFile.CreateAsync(null!, 1); });
        Assert.Throws<ArgumentOutOfRangeException>(() => { _ = MappedFile.CreateAsync(PathOf("x"), -1); });
        await Assert.ThrowsAsync<ArgumentException>(() => MappedFile.CreateAsync(PathOf("x"), 1, new MappedFileOptions { Mode = MapMode.ReadOnly }));
        await Assert.ThrowsAsync<DirectoryNotFoundException>(() => MappedFile.CreateAsync(PathOf("no/x"), 1));
        Assert.False(File.Exists(PathOf("x")));
    }

    [Fact]
    public async Task What_is_wrong_comes_through_the_task()
    {
        using MappedFile readOnly = MappedFile.Open(FileOf(Length));
        await Assert.ThrowsAsync<NotSupportedException>(() => readOnly.WriteAsync(0, new byte[1]));
        MappedFile file = MappedFile.Open(PathOf(), MapMode.ReadWrite);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => file.WriteAsync(Length, new byte[1]));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => file.FlushAsync(-1, 1));
        file.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => file.WriteAsync(0, new byte[1]));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => file.FlushAsync());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => file.FlushAsync(0, 1));
    }

    [Fact]
    public async Task Many_writes_at_once_disturb_each_other_not()
    {
        using MappedFile file = MappedFile.Create(PathOf(), 64 * 1000);

        await Task.WhenAll(Enumerable.Range(0, 64).Select(i => file.WriteAsync(i * 1000L, Bytes.Of(1000, i * 1000L))));

        Assert.Equal(Bytes.Of(64 * 1000), File.ReadAllBytes(PathOf()));
    }

    private static void WriteOnce(string[] arguments)
    {
        using MappedFile file = MappedFile.Open(arguments[0], MapMode.ReadWrite);
        file.WriteAsync(MappedFile.PageSize - 10, new byte[20]).Wait();
    }

    private sealed class CancellingMemory(CancellationTokenSource source, byte[] bytes) : MemoryManager<byte>
    {
        private bool _made;

        public override Span<byte> GetSpan()
        {
            // Once for the length, when the memory is made.
            if (_made)
            {
                source.Cancel();
            }

            _made = true;
            return bytes;
        }

        public override MemoryHandle Pin(int elementIndex = 0) => throw new NotSupportedException();

        public override void Unpin()
        {
        }

        protected override void Dispose(bool disposing)
        {
        }
    }
}
