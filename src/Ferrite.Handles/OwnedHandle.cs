using System.Runtime.InteropServices;
using Ferrite.Handles.Internal.Open;
using Ferrite.Handles.Internal.Sanitizing;

namespace Ferrite.Handles;

/// <summary>
/// Owns a handle of a kind for which the BCL has no type: epoll, eventfd, memfd, pidfd; a Windows handle closed by CloseHandle. Rust's
/// <c>OwnedFd</c> (RFC 3128). P/Invokes may return it. Closed by close(2) or
/// <see href="https://learn.microsoft.com/windows/win32/api/handleapi/nf-handleapi-closehandle">CloseHandle</see>, once.
/// Thread-safety: all of it, as of any <see cref="SafeHandle"/>.
/// </summary>
public sealed class OwnedHandle : SafeHandle, IHandleSource<OwnedHandle>
{
    private bool _finalizing;

    /// <summary>Of nothing yet: for P/Invokes that return one.</summary>
    public OwnedHandle()
        : base(-1, ownsHandle: true)
    {
    }

    internal OwnedHandle(nint number)
        : this() => SetHandle(number);

    /// <summary>Whether it owns nothing: negative; on Windows also 0.</summary>
    public override bool IsInvalid => !HandleNumbers.CanBe(handle);

    /// <summary>
    /// Takes a handle over: from now on it is this object that closes it. The caller vouches for what nobody can check: the OS gave the
    /// number, it is what the caller takes it for, and nobody else closes it.
    /// </summary>
    /// <param name="handle">A file descriptor; on Windows a handle, not a socket.</param>
    /// <exception cref="ArgumentException">No number of a handle, or nothing is open there.</exception>
    public static unsafe OwnedHandle DangerousOwn(nint handle)
    {
        if (!HandleNumbers.CanBe(handle) || !OpenHandles.IsOpen(handle))
        {
            throw new ArgumentException($"{handle} is no open handle.", nameof(handle));
        }

        var owned = new OwnedHandle(handle);
        if (Sanitizer.IsOn)
        {
            Sanitizer.Opened(owned);
        }

        return owned;
    }

    /// <inheritdoc/>
    public BorrowedHandle<OwnedHandle> Borrow() => new(this);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _finalizing = !disposing;
        base.Dispose(disposing);
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle() =>
        Sanitizer.IsOn && !Sanitizer.MayClose(this, canThrow: !_finalizing)
            ? false
            : OpenHandles.Close(HandleKind.Kernel, handle).IsNone;
}
