using Ferrite.Handles.Internal.Beneath;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles;

public sealed partial class DirectoryHandle
{
    /// <summary>Opens a directory beneath this one as a capability of its own, which leads to less: a link in it that leaves it leads outside.</summary>
    /// <param name="name">The directory, relative to this one; <c>.</c> for another handle to this one.</param>
    /// <exception cref="PathEscapeException">The name, or a link on its way, leads outside.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such directory.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be opened.</exception>
    /// <exception cref="PathTooLongException">The name, or a part of it, is longer than the OS allows.</exception>
    /// <exception cref="IOException">The OS refused otherwise.</exception>
    /// <exception cref="ObjectDisposedException">The directory is closed.</exception>
    public DirectoryHandle OpenDirectory(string name)
    {
        string clean = RelativeName.Check(name);
        Directories.OS.OpenDirectory(_handle, clean, follow: true, out SafeFileHandle directory).ThrowIfFailed(name, ofDirectory: true);
        return new DirectoryHandle(directory);
    }

    /// <summary>Creates a directory, and those above it that are missing, and opens it. One that is there already is opened.</summary>
    /// <param name="name">The directory, relative to this one.</param>
    /// <param name="permissions">Of those that are made, before the umask; null for everything by all. Nothing on Windows.</param>
    /// <exception cref="PathEscapeException">The name, or a link on its way, leads outside.</exception>
    /// <exception cref="DirectoryNotFoundException">A part of the name is there and no directory.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be created or opened.</exception>
    /// <exception cref="PathTooLongException">The name, or a part of it, is longer than the OS allows.</exception>
    /// <exception cref="IOException">The OS refused otherwise: a link that leads to nothing has its name.</exception>
    /// <exception cref="ObjectDisposedException">The directory is closed.</exception>
    public DirectoryHandle CreateDirectory(string name, UnixFileMode? permissions = null)
    {
        string clean = RelativeName.Check(name);
        DirectoryMaker.Create(_handle, clean, permissions ?? FileRequest.UsualForDirectories, out SafeFileHandle directory)
            .ThrowIfFailed(name, ofDirectory: true);
        return new DirectoryHandle(directory);
    }
}
