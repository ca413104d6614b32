using System.Runtime.InteropServices;

namespace Ferrite.Handles;

/// <summary>
/// What lends its OS handle: Rust's <c>AsFd</c> (RFC 3128).
/// Thread-safety: borrowing is safe from any thread, also while another disposes of the source; it then throws or defers the closing.
/// </summary>
/// <typeparam name="THandle">The type that owns the handle.</typeparam>
public interface IHandleSource<THandle>
    where THandle : SafeHandle
{
    /// <summary>Lends the handle until the borrow is disposed of; its owner can't be closed before.</summary>
    /// <exception cref="ObjectDisposedException">The source is closed.</exception>
    BorrowedHandle<THandle> Borrow();
}
