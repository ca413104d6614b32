using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Internal.Converting;

/// <summary>A file's handle as the interface.</summary>
internal sealed class HandleFileLike(SafeFileHandle file) : IFileLike
{
    public BorrowedHandle<SafeFileHandle> Borrow() => new(file);
}
