using System.IO.Pipes;
using System.Net.Sockets;
using Ferrite.Handles.Tests.Kit;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Tests.Converting;

/// <summary>Ownership moves: what was buffered is written, the object stays open, the source is unusable.</summary>
public sealed class TakeTests : HandleTests
{
    [Fact]
    public void A_stream_writes_what_it_had_buffered_and_gives_up_its_file()
    {
        var stream = new FileStream(PathOf(), FileMode.Create, FileAccess.ReadWrite, FileShare.ReadWrite);
        stream.Write("abc"u8);
        Assert.Equal(0, new FileInfo(PathOf()).Length);
        using SafeFileHandle before = stream.Borrow().DuplicateAndEnd();

        using SafeFileHandle taken = stream.TakeHandle();

        Assert.Equal(3, RandomAccess.GetLength(taken));
        Assert.True(Same(before, taken));
        Assert.Equal(3, Descriptors.PositionOf(taken.DangerousGetHandle()));
        Assert.Throws<ObjectDisposedException>(() => stream.WriteByte(1));
        Assert.Throws<ObjectDisposedException>(stream.TakeHandle);
        RandomAccess.Write(taken, "d"u8, 3);
        Assert.Equal("abcd", File.ReadAllText(PathOf()));
    }

    /// <summary>The stream had read ahead of its position.</summary>
    [Fact]
    public void Whoever_takes_a_stream_s_file_reads_on_where_the_stream_stopped()
    {
        File.WriteAllText(PathOf(), "0123456789");
        var stream = new FileStream(PathOf(), FileMode.Open);
        stream.ReadExactly(new byte[4]);

        using FileStream next = FileStream.From(stream.TakeHandle());

        Assert.Equal('4', next.ReadByte());
        Assert.True(next.CanWrite);
    }

    [Fact]
    public void A_stream_that_cannot_write_what_it_had_buffered_keeps_its_file()
    {
        var stream = new FileStream("/dev/full", FileMode.Open, FileAccess.Write);
        stream.Write("abc"u8);

        Assert.Throws<IOException>(stream.TakeHandle);

        Assert.True(stream.CanWrite);
        Assert.Throws<IOException>(stream.Dispose);
    }

    [Fact]
    public void A_socket_stays_connected()
    {
        using var pair = new SocketPair();

        using SafeSocketHandle taken = pair.Near.TakeHandle();

        Assert.Throws<ObjectDisposedException>(() => pair.Near.Send([1]));
        Assert.Throws<ObjectDisposedException>(pair.Near.TakeHandle);
        using Socket again = Socket.From(taken);
        Assert.Equal(42, pair.Receive(again));
        again.Send([7]);
        byte[] received = new byte[1];
        Assert.Equal(1, pair.Far.Receive(received));
        Assert.Equal(7, received[0]);
    }

    /// <summary>The old number is registered with the runtime's epoll: one that is wrapped again could not be.</summary>
    [Fact]
    public async Task A_socket_that_was_used_asynchronously_can_be_so_again()
    {
        using var pair = new SocketPair();
        Task<int> first = pair.Near.ReceiveAsync(new byte[1]);
        await pair.Far.SendAsync(new byte[] { 1 });
        Assert.Equal(1, await first);

        using Socket again = Socket.From(pair.Near.TakeHandle());
        Task<int> second = again.ReceiveAsync(new byte[2]);
        await pair.Far.SendAsync(new byte[] { 1, 2 });

        Assert.Equal(2, await second);
    }

    /// <summary>Nobody can ask a stream whether it owns its socket; one that does would shut the connection down.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_network_stream_gives_up_its_socket(bool ownsSocket)
    {
        using var pair = new SocketPair();
        var stream = new NetworkStream(pair.Near, ownsSocket);

        using Socket taken = Socket.From(stream.TakeHandle());

        Assert.Throws<ObjectDisposedException>(() => stream.WriteByte(1));
        Assert.Throws<ObjectDisposedException>(() => pair.Near.Send([1]));
        Assert.Equal(42, pair.Receive(taken));
    }

    [Fact]
    public void A_pipe_stays_open_at_this_end()
    {
        var server = new AnonymousPipeServerStream(PipeDirection.Out);
        using var client = new AnonymousPipeClientStream(PipeDirection.In, server.ClientSafePipeHandle);

        using SafePipeHandle taken = server.TakeHandle();

        Assert.Throws<ObjectDisposedException>(() => server.WriteByte(1));
        using (AnonymousPipeClientStream writer = taken.ConvertTo<AnonymousPipeClientStream>())
        {
            writer.WriteByte(9);
            Assert.Equal(9, client.ReadByte());
        }

        // Not before: it would be the end of what can be read.
        Assert.Equal(-1, client.ReadByte());
    }

    [Fact]
    public void What_is_given_to_a_stream_that_refuses_it_stays_with_the_caller()
    {
        using SafeFileHandle closed = OpenFile();
        closed.Dispose();
        using SafeFileHandle file = OpenFile();

        Assert.Throws<ObjectDisposedException>(() => FileStream.From(closed));
        Assert.Throws<ArgumentOutOfRangeException>(() => FileStream.From(file, (FileAccess)99));
        Assert.Equal(10, RandomAccess.GetLength(file));
    }

    private static bool Same(SafeFileHandle first, SafeFileHandle second)
    {
        using BorrowedHandle<SafeFileHandle> ofFirst = first.Borrow();
        using BorrowedHandle<SafeFileHandle> ofSecond = second.Borrow();
        return ofFirst.RefersToSameObject(ofSecond);
    }
}
