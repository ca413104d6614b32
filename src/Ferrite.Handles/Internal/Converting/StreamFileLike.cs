using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Internal.Converting;

/// <summary>A stream as the interface: asking it for its handle flushes it.</summary>
internal sealed class StreamFileLike(FileStream stream) : IFileLike
{
    public BorrowedHandle<SafeFileHandle> Borrow() => stream.Borrow();
}
