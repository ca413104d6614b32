using Ferrite.Handles.Internal.Beneath;
using Ferrite.Handles.Internal.Open;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles;

/// <summary>
/// An open directory as a capability: what is beneath it can be reached through it, and nothing else. Names are relative; <c>..</c>, absolute
/// and empty names and those with a NUL throw <see cref="PathEscapeException"/>, as does a symbolic link that leads outside; links that stay
/// inside are followed. That holds while other threads and processes swap directories for links. What is mounted beneath is beneath.
/// On Linux every opening is one <see href="https://man7.org/linux/man-pages/man2/openat2.2.html">openat2(2)</see> with RESOLVE_BENEATH, and a
/// walk of single components where that is missing; on macOS and Windows it is the walk. Parts that are empty or <c>.</c> mean nothing, a
/// separator at the end neither. Thread-safety: all members may be called from any thread, also while another disposes: that takes effect
/// when they have ended.
/// </summary>
public sealed partial class DirectoryHandle : IDisposable, IHandleSource<SafeFileHandle>
{
    private readonly SafeFileHandle _handle;

    private DirectoryHandle(SafeFileHandle handle) => _handle = handle;

    /// <summary>For what is in this assembly, and Mapping.</summary>
    internal SafeFileHandle Handle => _handle;

    /// <summary>Opens a directory by an ordinary path: with all that the process may reach. From there on nothing leads out.</summary>
    /// <param name="path">The directory; links are followed.</param>
    /// <exception cref="ArgumentException">The path is empty or has a NUL.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such directory.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be opened.</exception>
    /// <exception cref="IOException">The OS refused otherwise.</exception>
    /// <exception cref="PlatformNotSupportedException">The OS is none of Linux, macOS and Windows.</exception>
    public static DirectoryHandle Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Directories.OS.OpenRoot(Path.GetFullPath(path), out SafeFileHandle handle).ThrowIfFailed(path, ofDirectory: true);
        return new DirectoryHandle(handle);
    }

    /// <summary>
    /// Lends the descriptor: on Linux one of O_PATH, for the *at calls, on Windows one to list and to traverse. Who uses it directly is not
    /// kept inside.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The directory is closed.</exception>
    public BorrowedHandle<SafeFileHandle> Borrow() => new(_handle);

    /// <summary>Closes the directory. What was opened through it stays open.</summary>
    public void Dispose() => HandleClosing.Close(_handle);
}
