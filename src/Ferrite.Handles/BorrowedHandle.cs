using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;
using Ferrite.Handles.Internal.Open;
using Ferrite.Handles.Internal.Sanitizing;
using Ferrite.Handles.Marshalling;

namespace Ferrite.Handles;

/// <summary>
/// A handle lent for a scope: Rust's <c>BorrowedFd</c> (RFC 3128). It holds a reference count, so that closing its owner takes effect when
/// the last borrow ends, and it can't leave the stack it was made on. Only <c>Borrow()</c> makes one. <see langword="default"/> lends nothing
/// and harms nothing. May stand in a <see cref="LibraryImportAttribute"/> signature.
/// Thread-safety: a borrow belongs to one thread; its owner may be used, and closed, by any.
/// </summary>
/// <remarks>
/// Put it in a <c>using</c>: a borrow that never ends keeps its handle open for good. C# lets a ref struct be copied; a copy is the same
/// borrow, and only one of the two may be disposed of. <see cref="HandleSanitizer"/> finds who does both.
/// <para>
/// A <see cref="System.Net.Sockets.Socket"/> waits for its borrows: disposing of it in the scope of a borrow of its own, on one thread, waits
/// for ever. Its <see cref="SafeHandle"/> does not.
/// </para>
/// </remarks>
/// <typeparam name="THandle">The type that owns the handle.</typeparam>
[NativeMarshalling(typeof(BorrowedHandleMarshaller<>))]
public ref struct BorrowedHandle<THandle>
    where THandle : SafeHandle
{
    private readonly BorrowRecord? _record;
    private THandle? _owner;

    internal BorrowedHandle(THandle owner)
    {
        ArgumentNullException.ThrowIfNull(owner);
        if (owner.IsInvalid)
        {
            HandleNumbers.ThrowInvalid(owner);
        }

        bool added = false;
        owner.DangerousAddRef(ref added);
        _owner = owner;
        if (Sanitizer.IsOn)
        {
            _record = Sanitizer.Borrowed(owner);
        }
    }

    /// <summary>Whether it lends nothing: it is <see langword="default"/>, or was disposed of.</summary>
    public readonly bool IsInvalid => _owner is null;

    /// <summary>A borrow of its own, to be disposed of by itself. It may outlive this one, also where the owner was disposed of meanwhile.</summary>
    /// <exception cref="InvalidOperationException">This one lends nothing.</exception>
    public readonly BorrowedHandle<THandle> Reborrow() => new(Owner());

    /// <summary>
    /// A new owner of the same open object, by a number of its own, close-on-exec: fcntl(2) with F_DUPFD_CLOEXEC;
    /// <see href="https://learn.microsoft.com/windows/win32/api/handleapi/nf-handleapi-duplicatehandle">DuplicateHandle</see>; for sockets on
    /// Windows
    /// <see href="https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsaduplicatesocketw">WSADuplicateSocketW</see>.
    /// The two share what the object has one of: a file's position, a socket's connection, O_NONBLOCK.
    /// </summary>
    /// <exception cref="InvalidOperationException">It lends nothing.</exception>
    /// <exception cref="PlatformNotSupportedException">A wait handle or process elsewhere than on Windows, which are the runtime's own there.</exception>
    /// <exception cref="NotSupportedException">A type whose numbers nobody knows the meaning of.</exception>
    /// <exception cref="IOException">The OS refused: too many are open.</exception>
    public readonly THandle Duplicate() => Borrowing.Duplicate(Owner());

    /// <summary>
    /// Whether both are of one open object: a handle and its duplicate are, two openings of one file are not. As fcntl(2) with F_DUPFD_QUERY
    /// or kcmp(2) say, or
    /// <see href="https://learn.microsoft.com/windows/win32/api/handleapi/nf-handleapi-compareobjecthandles">CompareObjectHandles</see>.
    /// </summary>
    /// <exception cref="InvalidOperationException">One of them lends nothing.</exception>
    /// <exception cref="PlatformNotSupportedException">
    /// The OS doesn't say: macOS, or a Linux before 6.10 whose kcmp(2) is filtered, of two handles of one file. Of different files it is
    /// known that they are not the same.
    /// </exception>
    /// <exception cref="NotSupportedException">A type whose numbers nobody knows the meaning of.</exception>
    public readonly bool RefersToSameObject(scoped BorrowedHandle<THandle> other) => Borrowing.AreSame(Owner(), other.Owner());

    /// <summary>
    /// The OS's number. Good until this borrow ends; not to be kept, not to be closed: whoever uses it says in a SAFETY comment why it is still open.
    /// </summary>
    /// <exception cref="InvalidOperationException">It lends nothing.</exception>
    /// <exception cref="PlatformNotSupportedException">A wait handle or process elsewhere than on Windows: the OS doesn't know their numbers.</exception>
    public readonly nint DangerousGetHandle() => HandleNumbers.Of(Owner());

    /// <summary>Ends the borrow. Closing that waited for it happens now. Does nothing the second time.</summary>
    public void Dispose()
    {
        THandle? owner = _owner;
        if (owner is null)
        {
            return;
        }

        _owner = null;
        if (_record is null || _record.TryEnd())
        {
            owner.DangerousRelease();
        }
    }

    /// <summary>Who lends, kept open until this borrow ends.</summary>
    internal readonly THandle Owner()
    {
        if (_owner is null)
        {
            Borrowing.ThrowLendsNothing();
        }

        _record?.CheckLive();
        return _owner;
    }
}
