using System.IO.Pipes;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Ferrite.Handles.Internal.Open;
using Ferrite.Handles.Internal.Sanitizing;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Internal.Converting;

/// <summary>
/// Makes of a handle something else that owns the same open object, by a number of its own. Numbers never change owners: the BCL's types
/// can't be made to let go of theirs (a pipe has a second owner inside, a socket is spun on until it was released), and another thread may
/// be using one at that moment.
/// </summary>
internal static class HandleConversion
{
    /// <summary>The caller keeps <paramref name="lent"/> open meanwhile.</summary>
    internal static T Copy<T>(SafeHandle lent)
        where T : class, IDisposable
    {
        (HandleKind kind, nint number) = HandleNumbers.Known(lent);
        RefuseOnWindows(typeof(T), kind);
        if (IsSocket(typeof(T)) && OpenHandles.Identify(kind, number)?.Kind is not HandleKinds.Socket)
        {
            throw new ArgumentException($"The handle is of no socket, so it can't become a {typeof(T).Name}.", nameof(lent));
        }

        Func<nint, SafeHandle> own = OwnerFor(typeof(T));
        OpenHandles.Duplicate(kind, number, out nint duplicate).ThrowIfFailed(path: null);
        SafeHandle owner = own(duplicate);
        try
        {
            if (Sanitizer.IsOn)
            {
                Sanitizer.Opened(owner);
            }

            return (T)Wrap(typeof(T), owner);
        }
        catch
        {
            owner.Dispose();
            throw;
        }
    }

    /// <summary>Ends what a handle was taken from.</summary>
    internal static void End(IDisposable source, SafeHandle handle)
    {
        if (Sanitizer.IsOn && !handle.IsClosed)
        {
            // Throws if its number is somebody else's by now: which is not closed then.
            Sanitizer.MayClose(handle, canThrow: true);
        }

        source.Dispose();
    }

    internal static FileStream ToStream(SafeFileHandle file, FileAccess? access)
    {
        using BorrowedHandle<SafeFileHandle> borrow = file.Borrow();
        nint number = borrow.DangerousGetHandle();
        return OpenHandles.Identify(HandleKind.Kernel, number)?.Kind is HandleKinds.Directory
            ? throw new UnauthorizedAccessException("The handle is of a directory, so it can't become a stream.")
            : new FileStream(file, access ?? OpenHandles.AccessOf(number));
    }

    private static object Wrap(Type type, SafeHandle owner) => owner switch
    {
        SafeFileHandle file when type == typeof(FileStream) => ToStream(file, access: null),
        SafeSocketHandle socket when type == typeof(Socket) => new Socket(socket),
        SafeSocketHandle socket when type == typeof(NetworkStream) => ToNetworkStream(socket),
        SafePipeHandle pipe when type == typeof(AnonymousPipeClientStream) => ToPipeStream(pipe),
        _ => owner,
    };

    private static NetworkStream ToNetworkStream(SafeSocketHandle owner)
    {
        var socket = new Socket(owner);
        try
        {
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>One that is open both ways reads.</summary>
    private static AnonymousPipeClientStream ToPipeStream(SafePipeHandle pipe)
    {
        FileAccess access = OpenHandles.AccessOf(HandleNumbers.Of(pipe));
        return new AnonymousPipeClientStream(access == FileAccess.Write ? PipeDirection.Out : PipeDirection.In, pipe);
    }

    private static Func<nint, SafeHandle> OwnerFor(Type type) =>
        type == typeof(FileStream) || type == typeof(SafeFileHandle) ? static number => new SafeFileHandle(number, ownsHandle: true)
        : type == typeof(SafePipeHandle) || type == typeof(AnonymousPipeClientStream) ? static number => new SafePipeHandle(number, ownsHandle: true)
        : IsSocket(type) ? static number => new SafeSocketHandle(number, ownsHandle: true)
        : type == typeof(OwnedHandle) ? static number => new OwnedHandle(number)
        : throw new NotSupportedException($"Nothing can be converted to {type.FullName}.");

    private static bool IsSocket(Type type) => type == typeof(Socket) || type == typeof(NetworkStream) || type == typeof(SafeSocketHandle);

    /// <summary>Sockets have calls of their own there, down to the one that closes them.</summary>
    private static void RefuseOnWindows(Type type, HandleKind kind)
    {
        if (OperatingSystem.IsWindows() && IsSocket(type) != (kind == HandleKind.Socket))
        {
            throw new NotSupportedException("On Windows a socket is no other handle, and no other handle a socket.");
        }
    }
}
