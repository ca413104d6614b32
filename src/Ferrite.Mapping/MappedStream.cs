using Ferrite.Mapping.Internal;

namespace Ferrite.Mapping;

/// <summary>
/// A file, or a part of it, as a stream, without a buffer of its own: reading copies from the mapping, writing into it. Asynchronous reads
/// and writes complete synchronously, since there is nothing to wait for but page faults. A stream is for one thread at a time.
/// </summary>
/// <remarks>
/// Writing does not move the end: it throws <see cref="NotSupportedException"/> there, as does <see cref="SetLength"/>. Disposing leaves
/// the file open. <see cref="Flush"/> has nothing to do: durable is what <see cref="MappedFile.Flush(FlushLevel)"/> flushed.
/// </remarks>
public sealed class MappedStream : Stream
{
    private const int CopyAtOnce = 1 << 20;

    private readonly MappedFile _file;
    private readonly long _offset;
    private readonly long? _length;
    private long _position;
    private bool _closed;

    /// <param name="file">The file.</param>
    /// <param name="offset">Where the stream begins.</param>
    /// <param name="length">Its length; null: to the file's end, wherever that is at the time.</param>
    internal MappedStream(MappedFile file, long offset, long? length)
    {
        _file = file;
        _offset = offset;
        _length = length;
    }

    /// <inheritdoc/>
    public override bool CanRead => !_closed;

    /// <inheritdoc/>
    public override bool CanSeek => !_closed;

    /// <inheritdoc/>
    public override bool CanWrite => !_closed && _file.Mode != MapMode.ReadOnly;

    /// <summary>Bytes; where the stream was opened without a length, up to the file's end now.</summary>
    /// <exception cref="ObjectDisposedException">The stream or the file was disposed.</exception>
    public override long Length
    {
        get
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            return _length ?? Math.Max(0, _file.Length - _offset);
        }
    }

    /// <summary>Bytes from the stream's beginning; may lie behind its end, where reads return nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    /// <exception cref="ObjectDisposedException">The stream was disposed.</exception>
    public override long Position
    {
        get
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            return _position;
        }

        set
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _position = value;
        }
    }

    /// <summary>Copies bytes out of the mapping.</summary>
    /// <param name="buffer">Filled as far as there are bytes.</param>
    /// <returns>How many; 0 at the end.</returns>
    /// <exception cref="MappedFileFaultException">A page was lost.</exception>
    /// <exception cref="ObjectDisposedException">The stream or the file was disposed.</exception>
    public override int Read(Span<byte> buffer)
    {
        int count = (int)Math.Min(buffer.Length, Left());
        if (count > 0)
        {
            _file.CopyTo(_offset + _position, buffer[..count]);
            _position += count;
        }

        return Math.Max(0, count);
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        return Read(buffer.AsSpan(offset, count));
    }

    /// <inheritdoc/>
    public override int ReadByte()
    {
        if (Left() <= 0)
        {
            return -1;
        }

        return _file.Read<byte>(_offset + _position++);
    }

    /// <summary>Completes synchronously.</summary>
    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<int>(cancellationToken)
            : Synchronously.Run(() => Read(buffer.Span));

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        ValidateBufferArguments(buffer, offset, count);
        return ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    /// <summary>Copies bytes into the mapping.</summary>
    /// <param name="buffer">The bytes: all are written, or none.</param>
    /// <exception cref="NotSupportedException">The file is mapped ReadOnly, or the bytes would not end before the stream does.</exception>
    /// <exception cref="MappedFileFaultException">A page was lost, or no block was left for it.</exception>
    /// <exception cref="ObjectDisposedException">The stream or the file was disposed.</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        long left = Left();
        Throw.IfNotWritable(_file.Mode);
        if (buffer.Length > left)
        {
            throw new NotSupportedException(
                $"{buffer.Length} bytes at position {_position} end behind the stream's {Length}; a mapped stream does not grow: MappedFile.Resize does.");
        }

        _file.Write(_offset + _position, buffer);
        _position += buffer.Length;
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        Write(buffer.AsSpan(offset, count));
    }

    /// <inheritdoc/>
    public override void WriteByte(byte value) => Write([value]);

    /// <summary>Completes synchronously.</summary>
    /// <inheritdoc/>
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled(cancellationToken)
            : Synchronously.Run(() => Write(buffer.Span));

    /// <inheritdoc/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        ValidateBufferArguments(buffer, offset, count);
        return WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    /// <summary>Hands the mapping's own bytes to the other stream, up to the end, without a buffer between.</summary>
    /// <param name="destination">Where to.</param>
    /// <param name="bufferSize">Has no effect.</param>
    /// <exception cref="MappedFileFaultException">A page was lost.</exception>
    /// <exception cref="ObjectDisposedException">The stream or the file was disposed.</exception>
    public override void CopyTo(Stream destination, int bufferSize)
    {
        ValidateCopyToArguments(destination, bufferSize);
        for (long left = Left(); left > 0; left = Left())
        {
            int count = (int)Math.Min(CopyAtOnce, left);
            _file.Read(_offset + _position, count, destination, static (bytes, destination) =>
            {
                destination.Write(bytes);
                return 0;
            });
            _position += count;
        }
    }

    /// <summary>Moves the position.</summary>
    /// <param name="offset">Bytes from the origin.</param>
    /// <param name="origin">From where.</param>
    /// <returns>The new position.</returns>
    /// <exception cref="IOException">It would be before the beginning.</exception>
    /// <exception cref="ObjectDisposedException">The stream or the file was disposed.</exception>
    public override long Seek(long offset, SeekOrigin origin)
    {
        long start = origin switch
        {
            SeekOrigin.Begin => 0,
            SeekOrigin.Current => Position,
            SeekOrigin.End => Length,
            _ => throw new ArgumentOutOfRangeException(nameof(origin), origin, "There is no such origin."),
        };
        if (offset < -start || offset > long.MaxValue - start)
        {
            throw new IOException($"Position {start} moved by {offset} lies outside what a stream can have.");
        }

        return Position = start + offset;
    }

    /// <summary>Not supported: <see cref="MappedFile.Resize"/> sets the file's length.</summary>
    /// <param name="value">Has no effect.</param>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override void SetLength(long value) => throw new NotSupportedException("A mapped stream does not change length: MappedFile.Resize does.");

    /// <summary>Does nothing: what was written is in the file already. Durable it is after <see cref="MappedFile.Flush(FlushLevel)"/>.</summary>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override Task FlushAsync(CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? Task.FromCanceled(cancellationToken) : Task.CompletedTask;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _closed = true;
        base.Dispose(disposing);
    }

    private long Left() => Length - _position;
}
