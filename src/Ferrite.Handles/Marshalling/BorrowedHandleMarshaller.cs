using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;
using Ferrite.Handles.Internal.Open;

namespace Ferrite.Handles.Marshalling;

/// <summary>
/// Lets a <see cref="BorrowedHandle{THandle}"/> stand in a <see cref="LibraryImportAttribute"/> signature, by value or <c>in</c>: the native
/// side gets the number, as wide as an address: C's int takes its lower half.
/// </summary>
/// <typeparam name="THandle">The type that owns the handle.</typeparam>
[CustomMarshaller(typeof(BorrowedHandle<>), MarshalMode.ManagedToUnmanagedIn, typeof(BorrowedHandleMarshaller<>.ManagedToUnmanagedIn))]
public static class BorrowedHandleMarshaller<THandle>
    where THandle : SafeHandle
{
    /// <summary>One argument of one call. Made by generated code.</summary>
    public ref struct ManagedToUnmanagedIn
    {
        private nint _number;

        /// <summary>Takes the number. The caller's borrow, which nothing above it on the stack can end, lasts until the call returns.</summary>
        /// <exception cref="InvalidOperationException">It lends nothing.</exception>
        /// <exception cref="PlatformNotSupportedException">A wait handle or process elsewhere than on Windows.</exception>
        public void FromManaged(scoped BorrowedHandle<THandle> borrowed) => _number = HandleNumbers.Of(borrowed.Owner());

        /// <summary>The OS's number.</summary>
        public readonly nint ToUnmanaged() => _number;

        /// <summary>Nothing to do: the borrow is the caller's. Generated code asks for it.</summary>
        public readonly void Free()
        {
        }
    }
}
