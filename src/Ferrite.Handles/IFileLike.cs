using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles;

/// <summary>
/// What has a file's handle to lend, on every OS: a descriptor on Unix, a file handle on Windows. For code that takes anything with a file
/// behind it. Rust's <c>Filelike</c>. The BCL's own get it by <see cref="HandleViewing"/>.
/// </summary>
public interface IFileLike : IHandleSource<SafeFileHandle>
{
    /// <summary>The file as a stream that never closes it.</summary>
    /// <exception cref="ObjectDisposedException">It is closed.</exception>
    /// <exception cref="IOException">The OS refused a duplicate.</exception>
    HandleView<FileStream> ViewAsFileStream()
    {
        using BorrowedHandle<SafeFileHandle> file = Borrow();
        return file.ViewAsFileStream();
    }
}
