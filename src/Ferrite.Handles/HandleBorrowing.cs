using System.Diagnostics;
using System.IO.Pipes;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles;

/// <summary>
/// <c>Borrow()</c> of the BCL's types: Rust's <c>AsFd</c>. Each holds a reference count of the handle until the borrow is disposed of.
/// Thread-safety: safe also while another thread disposes of the source; it then throws, or defers the closing.
/// </summary>
public static class HandleBorrowing
{
    /// <summary>Lends what a SafeHandle owns: files, sockets, pipes, processes, wait handles, types of your own.</summary>
    /// <exception cref="ArgumentException">The handle is invalid.</exception>
    /// <exception cref="ObjectDisposedException">The handle is closed.</exception>
    public static BorrowedHandle<THandle> Borrow<THandle>(this THandle handle)
        where THandle : SafeHandle => new(handle);

    /// <summary>Lends a stream's file. What the stream has buffered is written first, and the OS's position set to the stream's.</summary>
    /// <exception cref="ObjectDisposedException">The stream is closed.</exception>
    /// <exception cref="IOException">What was buffered could not be written.</exception>
    public static BorrowedHandle<SafeFileHandle> Borrow(this FileStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new BorrowedHandle<SafeFileHandle>(stream.SafeFileHandle);
    }

    /// <summary>Lends a socket. To dispose of the socket while it is lent waits for the borrow to end.</summary>
    /// <exception cref="ObjectDisposedException">The socket is closed.</exception>
    public static BorrowedHandle<SafeSocketHandle> Borrow(this Socket socket)
    {
        ArgumentNullException.ThrowIfNull(socket);
        return new BorrowedHandle<SafeSocketHandle>(socket.SafeHandle);
    }

    /// <summary>Lends a stream's socket. To dispose of the socket while it is lent waits for the borrow to end.</summary>
    /// <exception cref="ObjectDisposedException">The stream, or its socket, is closed.</exception>
    public static BorrowedHandle<SafeSocketHandle> Borrow(this NetworkStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Borrow(stream.Socket);
    }

    /// <summary>Lends a pipe: of anonymous and named streams, clients and servers.</summary>
    /// <exception cref="ObjectDisposedException">The stream is closed.</exception>
    /// <exception cref="InvalidOperationException">It is not connected yet.</exception>
    public static BorrowedHandle<SafePipeHandle> Borrow(this PipeStream pipe)
    {
        ArgumentNullException.ThrowIfNull(pipe);
        return new BorrowedHandle<SafePipeHandle>(pipe.SafePipeHandle);
    }

    /// <summary>Lends a process. Elsewhere than on Windows the runtime makes up that handle: it has no number that the OS knows.</summary>
    /// <exception cref="InvalidOperationException">There is no process behind it: it was not started, or the object is closed.</exception>
    public static BorrowedHandle<SafeProcessHandle> Borrow(this Process process)
    {
        ArgumentNullException.ThrowIfNull(process);
        return new BorrowedHandle<SafeProcessHandle>(process.SafeHandle);
    }
}
