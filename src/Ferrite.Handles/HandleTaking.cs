using System.IO.Pipes;
using System.Net.Sockets;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles;

/// <summary>
/// Moves ownership out of what has a handle inside: Rust's <c>Into&lt;OwnedFd&gt;</c>. The open object is not closed: the file keeps its
/// position, the connection lives. Afterwards the source is disposed of, and throws <see cref="ObjectDisposedException"/>. Where taking
/// throws, the source is as it was. The number is a new one. Thread-safety: of the source.
/// </summary>
/// <remarks>
/// With the source go the locks that the BCL gave it by that number: the advisory one of <see cref="FileShare"/> and those of
/// <see cref="FileStream.Lock"/> on Unix; a file of <see cref="FileOptions.DeleteOnClose"/> loses its name.
/// A mapped file is taken by its <c>Unmap</c>.
/// </remarks>
public static class HandleTaking
{
    /// <summary>Takes a stream's file. What the stream has buffered is written first, and the file's position is the stream's.</summary>
    /// <exception cref="ObjectDisposedException">The stream is closed.</exception>
    /// <exception cref="IOException">What was buffered could not be written, or the OS refused a duplicate.</exception>
    public static SafeFileHandle TakeHandle(this FileStream stream) => HandleConverting.ConvertTo<SafeFileHandle>(stream);

    /// <summary>Takes a socket, connected as it is. Waits for borrows of it to end; calls in progress on other threads end its connection.</summary>
    /// <exception cref="ObjectDisposedException">The socket is closed.</exception>
    /// <exception cref="IOException">The OS refused a duplicate.</exception>
    public static SafeSocketHandle TakeHandle(this Socket socket) => HandleConverting.ConvertTo<SafeSocketHandle>(socket);

    /// <summary>
    /// Takes a stream's socket, connected as it is: the <see cref="Socket"/> is disposed of with the stream, also where the stream doesn't own it.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The stream, or its socket, is closed.</exception>
    /// <exception cref="IOException">The OS refused a duplicate.</exception>
    public static SafeSocketHandle TakeHandle(this NetworkStream stream) => HandleConverting.ConvertTo<SafeSocketHandle>(stream);

    /// <summary>Takes a pipe's end. Pipes buffer nothing on this side.</summary>
    /// <exception cref="ObjectDisposedException">The stream is closed.</exception>
    /// <exception cref="InvalidOperationException">It is not connected yet.</exception>
    /// <exception cref="IOException">The OS refused a duplicate.</exception>
    public static SafePipeHandle TakeHandle(this PipeStream pipe) => HandleConverting.ConvertTo<SafePipeHandle>(pipe);
}
