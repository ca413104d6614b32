using System.Runtime.InteropServices;

namespace Ferrite.Handles;

/// <summary>A handle lent for a scope: Rust's <c>BorrowedFd</c> (RFC 3128). It holds a reference count, so that its owner isn't closed under it.</summary>
/// <typeparam name="THandle">The type that owns the handle.</typeparam>
public readonly ref struct BorrowedHandle<THandle>
    where THandle : SafeHandle
{
    private readonly THandle? _owner;

    internal BorrowedHandle(THandle owner)
    {
        bool added = false;
        owner.DangerousAddRef(ref added);
        _owner = owner;
    }

    /// <summary>Ends the borrow. Closing that waited for it happens now.</summary>
    public void Dispose() => _owner?.DangerousRelease();
}
