using System.Net.Sockets;

namespace Ferrite.Handles;

/// <summary>
/// What has a socket's handle to lend, on every OS: a descriptor on Unix, a SOCKET on Windows. For code that takes anything with a socket
/// behind it. Rust's <c>Socketlike</c>. The BCL's own get it by <see cref="HandleViewing"/>.
/// </summary>
public interface ISocketLike : IHandleSource<SafeSocketHandle>
{
    /// <summary>The socket as a <see cref="Socket"/> that never closes it.</summary>
    /// <exception cref="ObjectDisposedException">It is closed.</exception>
    /// <exception cref="SocketException">The OS refused.</exception>
    /// <exception cref="IOException">The OS refused a duplicate.</exception>
    HandleView<Socket> ViewAsSocket()
    {
        using BorrowedHandle<SafeSocketHandle> socket = Borrow();
        return socket.ViewAsSocket();
    }
}
