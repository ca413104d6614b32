using System.Net.Sockets;

namespace Ferrite.Handles;

/// <summary>Rust's <c>From&lt;OwnedFd&gt;</c> for <see cref="Socket"/>.</summary>
public static class SocketConversions
{
    extension(Socket)
    {
        /// <summary>A socket that owns the handle from now on; where this throws, the caller keeps it.</summary>
        /// <exception cref="ObjectDisposedException">The handle is closed.</exception>
        /// <exception cref="ArgumentException">The handle is invalid.</exception>
        /// <exception cref="SocketException">The OS refused.</exception>
        public static Socket From(SafeSocketHandle socket)
        {
            using BorrowedHandle<SafeSocketHandle> borrow = socket.Borrow();
            return new Socket(socket);
        }
    }
}
