using System.IO.Pipes;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Ferrite.Handles.Internal.Converting;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles;

/// <summary>
/// One step from one owner to another: <see cref="HandleTaking"/>, then the target's making. Targets: <see cref="SafeFileHandle"/>,
/// <see cref="SafeSocketHandle"/>, <see cref="SafePipeHandle"/>, <see cref="OwnedHandle"/>, <see cref="FileStream"/>, <see cref="Socket"/>,
/// <see cref="NetworkStream"/>, <see cref="AnonymousPipeClientStream"/>. Where it throws, the source is as it was. Thread-safety: of the source.
/// </summary>
/// <remarks>
/// Each throws <see cref="NotSupportedException"/> for another target, or on Windows between sockets and others;
/// <see cref="ArgumentException"/> where what is no socket is to become one; <see cref="ObjectDisposedException"/> where the source is closed;
/// <see cref="IOException"/> where the OS refuses a duplicate.
/// </remarks>
public static class HandleConverting
{
    /// <summary>What a SafeHandle owns, as something else. The handle is closed afterwards.</summary>
    public static T ConvertTo<T>(this SafeHandle handle)
        where T : class, IDisposable
    {
        T converted;
        using (BorrowedHandle<SafeHandle> borrow = handle.Borrow())
        {
            converted = HandleConversion.Copy<T>(borrow.Owner());
        }

        return End(converted, handle, handle);
    }

    /// <summary>What a stream owns, as something else; what it has buffered is written first.</summary>
    public static T ConvertTo<T>(this FileStream stream)
        where T : class, IDisposable
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Flush();
        T converted;
        using (BorrowedHandle<SafeFileHandle> borrow = stream.Borrow())
        {
            converted = HandleConversion.Copy<T>(borrow.Owner());
        }

        return End(converted, stream, stream.SafeFileHandle);
    }

    /// <summary>What a socket owns, as something else.</summary>
    public static T ConvertTo<T>(this Socket socket)
        where T : class, IDisposable
    {
        ArgumentNullException.ThrowIfNull(socket);
        return ConvertSocket<T>(socket);
    }

    /// <summary>What a stream's socket is, as something else. The socket is disposed of with the stream.</summary>
    public static T ConvertTo<T>(this NetworkStream stream)
        where T : class, IDisposable
    {
        ArgumentNullException.ThrowIfNull(stream);
        // The stream itself would shut the connection down, which is not its own any more. It can't where the socket was disposed of.
        T converted = ConvertSocket<T>(stream.Socket);
        stream.Dispose();
        return converted;
    }

    /// <summary>What a pipe owns, as something else.</summary>
    public static T ConvertTo<T>(this PipeStream pipe)
        where T : class, IDisposable
    {
        ArgumentNullException.ThrowIfNull(pipe);
        T converted;
        using (BorrowedHandle<SafePipeHandle> borrow = pipe.Borrow())
        {
            converted = HandleConversion.Copy<T>(borrow.Owner());
        }

        return End(converted, pipe, pipe.SafePipeHandle);
    }

    private static T ConvertSocket<T>(Socket socket)
        where T : class, IDisposable
    {
        T converted;
        using (BorrowedHandle<SafeSocketHandle> borrow = socket.Borrow())
        {
            converted = HandleConversion.Copy<T>(borrow.Owner());
        }

        return End(converted, socket, socket.SafeHandle);
    }

    private static T End<T>(T converted, IDisposable source, SafeHandle handle)
        where T : class, IDisposable
    {
        try
        {
            HandleConversion.End(source, handle);
            return converted;
        }
        catch
        {
            converted.Dispose();
            throw;
        }
    }
}
