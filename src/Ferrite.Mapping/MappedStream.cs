namespace Ferrite.Mapping;

/// <summary>
/// A file, or a part of it, as a stream, without a buffer of its own: reading copies from the mapping, writing into it. Asynchronous reads
/// and writes complete synchronously, since there is nothing to wait for but page faults. A stream is for one thread at a time.
/// </summary>
/// <remarks>
/// Writing does not move the end: it throws <see cref="NotSupportedException"/> there, as does <see cref="SetLength"/>. Disposing leaves
/// the file open. <see cref="Flush"/> has nothing to do: durable is what <see cref="MappedFile.Flush(FlushLevel)"/> flushed.
/// </remarks>
public sealed partial class MappedStream : Stream
{
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

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _closed = true;
        base.Dispose(disposing);
    }

    private long Left() => Length - _position;
}
