namespace Ferrite.Mapping;

public sealed partial class MappedFile
{
    /// <summary>
    /// <see cref="Flush(FlushLevel)"/>, durable, on a thread of the pool: the OS has no call that flushes a mapping without blocking one.
    /// </summary>
    /// <param name="cancellationToken">Heeded until the flush has begun, which then runs to its end: cancelled means nothing was flushed.</param>
    /// <exception cref="IOException">The OS failed to write, now or at an earlier flush.</exception>
    /// <exception cref="MappedFileFaultException">A page was lost.</exception>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public Task FlushAsync(CancellationToken cancellationToken = default) => Task.Run(() => Flush(), cancellationToken);

    /// <summary><see cref="Flush(long, long, FlushLevel)"/>, durable, on a thread of the pool.</summary>
    /// <param name="offset">Bytes from the file's beginning.</param>
    /// <param name="length">Bytes.</param>
    /// <param name="cancellationToken">Heeded until the flush has begun, which then runs to its end: cancelled means nothing was flushed.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range isn't inside the file.</exception>
    /// <exception cref="IOException">The OS failed to write, now or at an earlier flush.</exception>
    /// <exception cref="MappedFileFaultException">A page was lost.</exception>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public Task FlushAsync(long offset, long length, CancellationToken cancellationToken = default) =>
        Task.Run(() => Flush(offset, length), cancellationToken);

    /// <summary>
    /// Writes bytes and makes them durable, on a thread of the pool. When it completes they are on the device; of a file that is mapped
    /// <see cref="MapMode.CopyOnWrite"/> nothing ever is.
    /// </summary>
    /// <param name="offset">Bytes from the file's beginning.</param>
    /// <param name="source">The bytes; not to be changed until it completes.</param>
    /// <param name="cancellationToken">
    /// Heeded before the write and between write and flush: cancelled means that the bytes are not known to be durable, and may be written.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The range isn't inside the file.</exception>
    /// <exception cref="NotSupportedException">The file is mapped <see cref="MapMode.ReadOnly"/>.</exception>
    /// <exception cref="IOException">The OS failed to write, now or at an earlier flush.</exception>
    /// <exception cref="MappedFileFaultException">A page was lost.</exception>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public Task WriteAsync(long offset, ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default) => Task.Run(
        () =>
        {
            Write(offset, source.Span);
            cancellationToken.ThrowIfCancellationRequested();
            Flush(offset, source.Length);
        },
        cancellationToken);

    /// <summary><see cref="Create"/> on a thread of the pool: worth it with <see cref="MappedFileOptions.Preallocate"/>, which takes time.</summary>
    /// <param name="path">The file. If anything fails, a file that was not there before is removed again.</param>
    /// <param name="length">Bytes, 0 to 2⁵⁶.</param>
    /// <param name="options">How; <see cref="MapMode.ReadWrite"/> is implied.</param>
    /// <param name="cancellationToken">Heeded until the creation has begun, which then runs to its end: cancelled means no file was touched.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is out of that range. Thrown by the call, not by the task.</exception>
    /// <exception cref="ArgumentException">The options ask for another mode.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be created or written.</exception>
    /// <exception cref="IOException">The OS refused: too long for the file system, no space to preallocate, out of address space.</exception>
    public static Task<MappedFile> CreateAsync(
        string path, long length, MappedFileOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        CheckLength(length);
        CheckOptions(options ??= Defaults);
        return Task.Run(() => Create(path, length, options), cancellationToken);
    }
}
