using Ferrite.Handles.Internal.Beneath;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles;

public sealed partial class DirectoryHandle
{
    private const FileOptions KnownOptions = FileOptions.WriteThrough | FileOptions.Asynchronous | FileOptions.RandomAccess | FileOptions.SequentialScan;

    /// <summary>Opens a file that exists. Only regular files; a pipe or a device that was put there holds nobody up.</summary>
    /// <param name="name">The file, relative to this directory.</param>
    /// <param name="access">What for.</param>
    /// <param name="share">What other openers may do meanwhile: advisory on Unix, by flock(2) as the BCL does it.</param>
    /// <param name="options"><see cref="FileOptions.WriteThrough"/>; the others that are allowed matter on Windows only.</param>
    /// <returns>The open file, which the caller disposes of.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such access, share mode or option; DeleteOnClose and Encrypted are not possible.</exception>
    /// <exception cref="PathEscapeException">The name, or a link on its way, leads outside.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="DirectoryNotFoundException">A part of the name is no directory.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be opened so, or is a directory.</exception>
    /// <exception cref="PathTooLongException">The name, or a part of it, is longer than the OS allows.</exception>
    /// <exception cref="IOException">The OS refused otherwise: no regular file, shared otherwise, more than 40 links on the way.</exception>
    /// <exception cref="ObjectDisposedException">The directory is closed.</exception>
    public SafeFileHandle OpenFile(string name, FileAccess access = FileAccess.Read, FileShare share = FileShare.Read, FileOptions options = FileOptions.None)
    {
        string clean = RelativeName.Check(name);
        CheckModes(access, share, options);
        return Open(clean, new FileRequest(FileMode.Open, access, share, options, default));
    }

    /// <summary>Creates a file in a directory that exists. <see cref="FileMode.CreateNew"/> follows no link at the end, the other modes one that stays inside.</summary>
    /// <param name="name">The file, relative to this directory.</param>
    /// <param name="mode"><see cref="FileMode.CreateNew"/>, <see cref="FileMode.Create"/> (what is there is emptied) or <see cref="FileMode.OpenOrCreate"/>.</param>
    /// <param name="access"><see cref="FileAccess.Write"/> or <see cref="FileAccess.ReadWrite"/>.</param>
    /// <param name="share">What other openers may do meanwhile: advisory on Unix, by flock(2) as the BCL does it.</param>
    /// <param name="options"><see cref="FileOptions.WriteThrough"/>; the others that are allowed matter on Windows only.</param>
    /// <param name="permissions">Of a file that is made, before the umask; null for read and write by all. Nothing on Windows.</param>
    /// <returns>The open file, which the caller disposes of.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such access, share mode or option, or not for creating.</exception>
    /// <exception cref="PathEscapeException">The name, or a link on its way, leads outside, or is this directory itself.</exception>
    /// <exception cref="FileNotFoundException">Its directory is not there.</exception>
    /// <exception cref="DirectoryNotFoundException">A part of the name is no directory.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be created or opened so, or is a directory.</exception>
    /// <exception cref="PathTooLongException">The name, or a part of it, is longer than the OS allows.</exception>
    /// <exception cref="IOException">It exists and was to be new; it is no regular file; the OS refused otherwise.</exception>
    /// <exception cref="ObjectDisposedException">The directory is closed.</exception>
    public SafeFileHandle CreateFile(
        string name,
        FileMode mode = FileMode.CreateNew,
        FileAccess access = FileAccess.ReadWrite,
        FileShare share = FileShare.Read,
        FileOptions options = FileOptions.None,
        UnixFileMode? permissions = null)
    {
        string clean = RelativeName.CheckEntry(name);
        if (mode is not (FileMode.CreateNew or FileMode.Create or FileMode.OpenOrCreate))
        {
            throw new ArgumentOutOfRangeException(nameof(mode), mode, "A file is created by CreateNew, Create or OpenOrCreate.");
        }

        CheckModes(access, share, options);
        if (access == FileAccess.Read)
        {
            throw new ArgumentOutOfRangeException(nameof(access), access, "A file is created to be written.");
        }

        return Open(clean, new FileRequest(mode, access, share, options, permissions ?? FileRequest.UsualForFiles));
    }

    private static void CheckModes(FileAccess access, FileShare share, FileOptions options)
    {
        if (access is < FileAccess.Read or > FileAccess.ReadWrite)
        {
            throw new ArgumentOutOfRangeException(nameof(access), access, "There is no such access.");
        }

        if ((share & ~(FileShare.ReadWrite | FileShare.Delete)) != FileShare.None)
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "There is no such share mode here.");
        }

        if ((options & ~KnownOptions) != FileOptions.None)
        {
            throw new ArgumentOutOfRangeException(nameof(options), options, "There is no such option here.");
        }
    }

    private SafeFileHandle Open(string name, FileRequest request)
    {
        Directories.OS.OpenFile(_handle, name, request, out SafeFileHandle file).ThrowIfFailed(name);
        return file;
    }
}
