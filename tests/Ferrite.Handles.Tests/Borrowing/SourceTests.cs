using System.Diagnostics;
using System.IO.Pipes;
using System.Net.Sockets;
using Ferrite.Handles.Tests.Kit;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Tests.Borrowing;

/// <summary>Each type of the BCL that lends.</summary>
public sealed class SourceTests : HandleTests
{
    [Fact]
    public void A_stream_lends_its_file_with_what_it_had_buffered()
    {
        using var stream = new FileStream(PathOf(), FileMode.Create, FileAccess.ReadWrite);
        stream.Write("abc"u8);

        using BorrowedHandle<SafeFileHandle> borrow = stream.Borrow();

        Assert.Equal(PathOf(), Descriptors.At(borrow.DangerousGetHandle()));
        Assert.Equal(3, new FileInfo(PathOf()).Length);
        Assert.Equal(3, Descriptors.PositionOf(borrow.DangerousGetHandle()));
    }

    [Fact]
    public void A_closed_stream_lends_nothing()
    {
        var stream = new FileStream(PathOf(), FileMode.Create, FileAccess.ReadWrite);
        stream.Dispose();

        Assert.Throws<ObjectDisposedException>(() => stream.Borrow().Dispose());
    }

    [Fact]
    public void Sockets_and_their_streams_lend_one_handle()
    {
        using var pair = new SocketPair();
        using var stream = new NetworkStream(pair.Near);
        using BorrowedHandle<SafeSocketHandle> ofSocket = pair.Near.Borrow();
        using BorrowedHandle<SafeSocketHandle> ofStream = stream.Borrow();

        Assert.StartsWith("socket:", Descriptors.At(ofSocket.DangerousGetHandle()), StringComparison.Ordinal);
        Assert.True(ofSocket.RefersToSameObject(ofStream));
    }

    /// <summary>As the documentation says: the BCL spins until the handle was released.</summary>
    [Fact]
    public void A_socket_that_is_disposed_of_waits_for_its_borrows()
    {
        using var pair = new SocketPair();
        nint number;
        var disposing = new ManualResetEventSlim();
        Thread other = new(() =>
        {
            disposing.Set();
            pair.Near.Dispose();
        });
        using (BorrowedHandle<SafeSocketHandle> borrow = pair.Near.Borrow())
        {
            number = borrow.DangerousGetHandle();
            other.Start();
            disposing.Wait();
            Assert.False(other.Join(50));
            Assert.NotNull(Descriptors.At(number));
        }

        other.Join();
        Assert.Null(Descriptors.At(number));
    }

    [Fact]
    public void A_closed_socket_lends_nothing()
    {
        using var pair = new SocketPair();
        pair.Near.Dispose();

        Assert.Throws<ObjectDisposedException>(() => pair.Near.Borrow().Dispose());
    }

    [Fact]
    public void Anonymous_and_named_pipes_lend_their_ends()
    {
        using var server = new AnonymousPipeServerStream(PipeDirection.Out);
        using var client = new AnonymousPipeClientStream(PipeDirection.In, server.ClientSafePipeHandle);
        string name = $"ferrite-{Guid.NewGuid():N}";
        using var namedServer = new NamedPipeServerStream(name);
        using var namedClient = new NamedPipeClientStream(name);
        namedClient.Connect();
        namedServer.WaitForConnection();

        foreach (PipeStream pipe in (PipeStream[])[server, client, namedServer, namedClient])
        {
            using BorrowedHandle<SafePipeHandle> borrow = pipe.Borrow();
            Assert.Matches("^(pipe|socket):", Descriptors.At(borrow.DangerousGetHandle()));
        }
    }

    /// <summary>Elsewhere than on Windows the runtime makes their numbers up: as a descriptor they would be somebody else's.</summary>
    [Fact]
    public void Processes_and_wait_handles_are_lent_without_a_number()
    {
        using Process process = Process.Start("true");
        process.WaitForExit();
        using var signal = new ManualResetEvent(initialState: false);

        using (BorrowedHandle<SafeProcessHandle> borrow = process.Borrow())
        {
            Assert.False(borrow.IsInvalid);
        }

        Assert.Throws<PlatformNotSupportedException>(() => process.Borrow().DangerousGetHandle());
        Assert.Throws<PlatformNotSupportedException>(() => signal.SafeWaitHandle.Borrow().DangerousGetHandle());
        Assert.Throws<PlatformNotSupportedException>(() => signal.SafeWaitHandle.Borrow().Duplicate());
        Assert.Throws<InvalidOperationException>(static () => new Process().Borrow().Dispose());
    }
}
