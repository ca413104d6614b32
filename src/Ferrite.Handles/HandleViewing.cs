using System.Net.Sockets;
using System.Runtime.InteropServices;
using Ferrite.Handles.Internal.Converting;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles;

/// <summary>
/// Views that never close the handle, and the BCL's types as <see cref="IFileLike"/> and <see cref="ISocketLike"/>. Thread-safety: as of
/// borrowing.
/// </summary>
public static class HandleViewing
{
    /// <summary>The handle as a stream, with the access that it was opened with. On Unix any descriptor; on Windows no socket.</summary>
    /// <exception cref="InvalidOperationException">The borrow lends nothing.</exception>
    /// <exception cref="UnauthorizedAccessException">It is a directory.</exception>
    /// <exception cref="NotSupportedException">The kind of handle is none that the OS reads and writes.</exception>
    /// <exception cref="IOException">The OS refused a duplicate.</exception>
    public static HandleView<FileStream> ViewAsFileStream<THandle>(this scoped BorrowedHandle<THandle> file)
        where THandle : SafeHandle => new(HandleConversion.Copy<FileStream>(file.Owner()));

    /// <inheritdoc cref="ViewAsFileStream{THandle}(BorrowedHandle{THandle})"/>
    /// <exception cref="ObjectDisposedException">The handle is closed.</exception>
    public static HandleView<FileStream> ViewAsFileStream(this SafeHandle file)
    {
        using BorrowedHandle<SafeHandle> borrow = file.Borrow();
        return borrow.ViewAsFileStream();
    }

    /// <summary>The handle as a socket.</summary>
    /// <exception cref="InvalidOperationException">The borrow lends nothing.</exception>
    /// <exception cref="ArgumentException">It is no socket.</exception>
    /// <exception cref="NotSupportedException">On Windows: a type for other handles than sockets.</exception>
    /// <exception cref="IOException">The OS refused a duplicate.</exception>
    public static HandleView<Socket> ViewAsSocket<THandle>(this scoped BorrowedHandle<THandle> socket)
        where THandle : SafeHandle => new(HandleConversion.Copy<Socket>(socket.Owner()));

    /// <inheritdoc cref="ViewAsSocket{THandle}(BorrowedHandle{THandle})"/>
    /// <exception cref="ObjectDisposedException">The handle is closed.</exception>
    public static HandleView<Socket> ViewAsSocket(this SafeHandle socket)
    {
        using BorrowedHandle<SafeHandle> borrow = socket.Borrow();
        return borrow.ViewAsSocket();
    }

    /// <summary>A file as <see cref="IFileLike"/>. It owns nothing, and needs no disposing of.</summary>
    public static IFileLike AsFileLike(this SafeFileHandle file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new HandleFileLike(file);
    }

    /// <summary>A stream as <see cref="IFileLike"/>. It owns nothing, and needs no disposing of. Each borrow flushes the stream.</summary>
    public static IFileLike AsFileLike(this FileStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new StreamFileLike(stream);
    }

    /// <summary>A socket as <see cref="ISocketLike"/>. It owns nothing, and needs no disposing of.</summary>
    public static ISocketLike AsSocketLike(this SafeSocketHandle socket)
    {
        ArgumentNullException.ThrowIfNull(socket);
        return new HandleSocketLike(socket);
    }

    /// <summary>A socket as <see cref="ISocketLike"/>. It owns nothing, and needs no disposing of.</summary>
    public static ISocketLike AsSocketLike(this Socket socket)
    {
        ArgumentNullException.ThrowIfNull(socket);
        return new HandleSocketLike(socket.SafeHandle);
    }

    /// <summary>A stream's socket as <see cref="ISocketLike"/>. It owns nothing, and needs no disposing of.</summary>
    public static ISocketLike AsSocketLike(this NetworkStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return AsSocketLike(stream.Socket);
    }
}
