using Ferrite.Mapping.Internal;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping;

public sealed partial class MappedFile
{
    /// <summary>
    /// Maps memory that has no name and belongs to no disk: a file in all but that, zeroed, whose handle (<see cref="SafeFileHandle"/>) can
    /// be given to other processes, which map the same memory. On Linux it is sealed against shrinking, and against growing unless
    /// <see cref="MappedFileOptions.Capacity"/> was asked for, so nobody can take a page away from anybody: an access can't fault and needs
    /// no guard, but for what no seal helps against, memory or swap that fails. See memfd_create(2), F_ADD_SEALS in fcntl(2).
    /// </summary>
    /// <remarks>
    /// The pages are memory of the processes that map it, and may be swapped out (<see cref="LockAll"/> prevents it). They come when first
    /// written or read: where memory runs out then, the OS ends a process, and no exception tells of it;
    /// <see cref="MappedFileOptions.Preallocate"/> takes them at once. They are given back when the last process has closed its handle and
    /// mapping. <see cref="Flush(FlushLevel)"/> has nothing to do. On macOS it is an unlinked file in the directory for temporary files:
    /// there are no seals, the guard sees to it, and pages may be written to disk in time.
    /// </remarks>
    /// <param name="length">Bytes, 0 to 2⁵⁶.</param>
    /// <param name="options">How; <see cref="MapMode.ReadWrite"/> is implied, <see cref="MappedFileOptions.Share"/> has no effect.</param>
    /// <exception cref="ArgumentException">The options ask for another mode.</exception>
    /// <exception cref="IOException">The OS refused: no memory to preallocate, no huge pages that are required, out of address space.</exception>
    /// <exception cref="PlatformNotSupportedException">Windows: it has no such files.</exception>
    public static MappedFile CreateAnonymous(long length, MappedFileOptions? options = null)
    {
        CheckLength(length);
        CheckOptions(options ??= Defaults);
        return new MappedFile(FileOpener.CreateAnonymous(length, options));
    }

    /// <summary>
    /// The open file. It stays the mapping's, which closes it: don't dispose it, and keep its number no longer than the mapping. It is
    /// close-on-exec; another process may open <c>/proc/PID/fd/N</c>, or get it over a Unix socket.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public SafeFileHandle SafeFileHandle => _mapping.File;
}
