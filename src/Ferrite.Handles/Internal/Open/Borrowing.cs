using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Ferrite.Handles.Internal.Sanitizing;

namespace Ferrite.Handles.Internal.Open;

/// <summary>What is done with a handle while it is lent. Its owner may be closed already: the borrow defers that.</summary>
internal static class Borrowing
{
    internal static THandle Duplicate<THandle>(THandle owner)
        where THandle : SafeHandle
    {
        (HandleKind kind, nint number) = HandleNumbers.Known(owner);
        OpenHandles.Duplicate(kind, number, out nint duplicate).ThrowIfFailed(path: null);
        var copy = (THandle)HandleNumbers.Own(owner, duplicate);
        if (Sanitizer.IsOn)
        {
            Sanitizer.Opened(copy);
        }

        return copy;
    }

    internal static bool AreSame(SafeHandle first, SafeHandle second)
    {
        if (ReferenceEquals(first, second))
        {
            return true;
        }

        (HandleKind kind, nint number) = HandleNumbers.Known(first);
        (HandleKind otherKind, nint otherNumber) = HandleNumbers.Known(second);
        return OpenHandles.Identify(kind, number) == OpenHandles.Identify(otherKind, otherNumber)
            && (number == otherNumber
                || (OpenHandles.AreSame(number, otherNumber)
                    ?? throw new PlatformNotSupportedException("Both are handles of one file, and this OS doesn't say whether of one opening.")));
    }

    [DoesNotReturn]
    internal static void ThrowLendsNothing() =>
        throw new InvalidOperationException("This borrow lends nothing: it is default, or was disposed of.");
}
