using System.Net.Sockets;

namespace Ferrite.Handles.Internal.Converting;

/// <summary>A socket's handle as the interface.</summary>
internal sealed class HandleSocketLike(SafeSocketHandle socket) : ISocketLike
{
    public BorrowedHandle<SafeSocketHandle> Borrow() => new(socket);
}
