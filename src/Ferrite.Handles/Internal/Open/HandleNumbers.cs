using System.Diagnostics.CodeAnalysis;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Internal.Open;

/// <summary>From owners to numbers, and from numbers to owners.</summary>
internal static class HandleNumbers
{
    internal static HandleKind KindOf(SafeHandle owner) => owner switch
    {
        SafeSocketHandle => HandleKind.Socket,
        SafeFileHandle or SafePipeHandle or OwnedHandle => HandleKind.Kernel,
        SafeWaitHandle or SafeProcessHandle => OperatingSystem.IsWindows() ? HandleKind.Kernel : HandleKind.Runtime,
        _ => HandleKind.Unknown,
    };

    /// <summary>The number of a handle that is kept open by the caller. Also once its owner is closed: a borrow defers that.</summary>
    /// <exception cref="PlatformNotSupportedException">It is none of the OS's.</exception>
    internal static unsafe nint Of(SafeHandle owner)
    {
        if (owner is (SafeWaitHandle or SafeProcessHandle) && !OperatingSystem.IsWindows())
        {
            ThrowRuntimes(owner);
        }

        // SAFETY: the caller's contract is that it holds a reference of the owner, or its number before anybody else could close it.
        return owner.DangerousGetHandle();
    }

    /// <summary>The number and its kind, of a handle that the OS can be asked about.</summary>
    /// <exception cref="PlatformNotSupportedException">It is none of the OS's.</exception>
    /// <exception cref="NotSupportedException">Nobody knows what the number is.</exception>
    internal static (HandleKind Kind, nint Number) Known(SafeHandle owner)
    {
        nint number = Of(owner);
        HandleKind kind = KindOf(owner);
        return kind == HandleKind.Unknown
            ? throw new NotSupportedException($"What the number in a {owner.GetType().FullName} means is not known. Own it as an {nameof(OwnedHandle)}.")
            : (kind, number);
    }

    /// <summary>A new owner, of the same type, of a number that nobody owns yet.</summary>
    // SAFETY: the caller's contract is that the OS gave the number just now, dup(2) or DuplicateHandle, and that nobody else owns it.
    internal static unsafe SafeHandle Own(SafeHandle like, nint number) => like switch
    {
        SafeFileHandle => new SafeFileHandle(number, ownsHandle: true),
        SafeSocketHandle => new SafeSocketHandle(number, ownsHandle: true),
        SafePipeHandle => new SafePipeHandle(number, ownsHandle: true),
        SafeWaitHandle => new SafeWaitHandle(number, ownsHandle: true),
        SafeProcessHandle => new SafeProcessHandle(number, ownsHandle: true),
        _ => new OwnedHandle(number),
    };

    /// <summary>Whether the number can be one of the OS's: −1 never is, nor on Windows 0.</summary>
    internal static bool CanBe(nint number) =>
        OperatingSystem.IsWindows() ? number is not (0 or -1) : number is >= 0 and <= int.MaxValue;

    [DoesNotReturn]
    private static void ThrowRuntimes(SafeHandle owner) =>
        throw new PlatformNotSupportedException($"A {owner.GetType().Name} holds a number of the runtime's own here: the OS doesn't know it.");

    [DoesNotReturn]
    internal static void ThrowInvalid(SafeHandle owner)
    {
        ObjectDisposedException.ThrowIf(owner.IsClosed, owner);
        throw new ArgumentException("The handle is invalid: there is nothing to lend.", nameof(owner));
    }
}
