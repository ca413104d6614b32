using System.Runtime.InteropServices;

namespace Ferrite.Handles.Tests.Kit;

internal static class BorrowExtensions
{
    /// <summary>A duplicate, in an expression.</summary>
    internal static THandle DuplicateAndEnd<THandle>(this BorrowedHandle<THandle> borrow)
        where THandle : SafeHandle
    {
        using (borrow)
        {
            return borrow.Duplicate();
        }
    }
}
