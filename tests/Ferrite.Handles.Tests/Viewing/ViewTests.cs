using System.Net.Sockets;
using Ferrite.Handles.Tests.Kit;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Tests.Viewing;

/// <summary>Views that never close what they are of.</summary>
public sealed class ViewTests : HandleTests
{
    [Fact]
    public void A_file_outlives_its_view_which_wrote_what_it_had_buffered()
    {
        using SafeFileHandle file = OpenFile();
        FileStream seen;
        using (HandleView<FileStream> view = file.ViewAsFileStream())
        {
            seen = view.Value;
            seen.Write("ab"u8);
        }

        Assert.Throws<ObjectDisposedException>(() => seen.WriteByte(1));
        Assert.False(file.IsClosed);
        Assert.Equal("ab23456789", File.ReadAllText(PathOf()));
        Assert.Equal(10, RandomAccess.GetLength(file));
    }

    [Fact]
    public void A_view_outlives_its_file()
    {
        SafeFileHandle file = OpenFile();
        using HandleView<FileStream> view = file.ViewAsFileStream();
        nint number = file.DangerousGetHandle();

        file.Dispose();

        Assert.Null(Descriptors.At(number));
        Assert.Equal('0', view.Value.ReadByte());
    }

    [Fact]
    public void A_socket_outlives_its_view()
    {
        using var pair = new SocketPair();
        using (HandleView<Socket> view = pair.Near.AsSocketLike().ViewAsSocket())
        {
            Assert.Equal(42, pair.Receive(view.Value));
        }

        Assert.Equal(42, pair.Receive(pair.Near));
        using (HandleView<Socket> view = pair.Near.SafeHandle.ViewAsSocket())
        {
            Assert.True(view.Value.Connected);
        }

        Assert.Equal(42, pair.Receive(pair.Near));
    }

    [Fact]
    public void What_takes_anything_like_a_file_takes_files_and_streams()
    {
        using SafeFileHandle file = OpenFile();
        using var stream = new FileStream(PathOf("other"), FileMode.Create, FileAccess.ReadWrite);
        stream.Write("xyz"u8);

        Assert.Equal(10, LengthOf(file.AsFileLike()));
        Assert.Equal(3, LengthOf(stream.AsFileLike()));
    }

    [Fact]
    public void What_takes_anything_like_a_socket_takes_sockets_handles_and_streams()
    {
        using var pair = new SocketPair();
        using var stream = new NetworkStream(pair.Near);
        foreach (ISocketLike like in (ISocketLike[])[pair.Near.AsSocketLike(), pair.Near.SafeHandle.AsSocketLike(), stream.AsSocketLike()])
        {
            using HandleView<Socket> view = like.ViewAsSocket();
            Assert.Equal(42, pair.Receive(view.Value));
        }
    }

    [Fact]
    public void There_is_no_view_of_what_is_closed_or_nothing()
    {
        SafeFileHandle file = OpenFile();
        IFileLike like = file.AsFileLike();
        file.Dispose();

        Assert.Throws<ObjectDisposedException>(file.ViewAsFileStream);
        Assert.Throws<ObjectDisposedException>(like.ViewAsFileStream);
        Assert.Throws<InvalidOperationException>(static () => default(BorrowedHandle<SafeFileHandle>).ViewAsFileStream());
        Assert.Throws<ArgumentNullException>(static () => ((FileStream)null!).AsFileLike());
    }

    private static long LengthOf(IFileLike like)
    {
        using HandleView<FileStream> view = like.ViewAsFileStream();
        return view.Value.Length;
    }
}
