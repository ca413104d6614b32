using Ferrite.Handles.Internal.Converting;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles;

/// <summary>Rust's <c>From&lt;OwnedFd&gt;</c> for <see cref="FileStream"/>.</summary>
public static class FileStreamConversions
{
    extension(FileStream)
    {
        /// <summary>A stream that owns the file from now on; where this throws, the caller keeps it.</summary>
        /// <param name="file">The file.</param>
        /// <param name="access">What the stream may do; null: what the file was opened for (on Windows: both, and the OS refuses).</param>
        /// <exception cref="ObjectDisposedException">The handle is closed.</exception>
        /// <exception cref="ArgumentException">The handle is invalid.</exception>
        /// <exception cref="UnauthorizedAccessException">It is a directory.</exception>
        public static FileStream From(SafeFileHandle file, FileAccess? access = null) => HandleConversion.ToStream(file, access);
    }
}
