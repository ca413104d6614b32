namespace Ferrite.Mapping;

/// <summary>
/// A file, or a part of it, as a stream, without a buffer of its own: reading copies from the mapping, writing into it. Asynchronous reads
/// and writes complete synchronously, since there is nothing to wait for but page faults. A stream is for one thread at a time.
/// </summary>
/// <remarks>
/// Opened without a length, the stream ends where the file does at the time. Opened with one, it has that; where the file has become
/// shorter, reading up to there works, and reading on is an <see cref="EndOfStreamException"/>, not a quiet end. Writing does not move
/// the end: it throws <see cref="NotSupportedException"/> there, as does <see cref="SetLength"/>. Disposing leaves the file open.
/// <see cref="Flush"/> has nothing to do: durable is what <see cref="MappedFile.Flush(FlushLevel)"/> flushed.
/// </remarks>
public sealed partial class MappedStream : Stream
{
    private readonly MappedFile _file;
    private readonly long _offset;
    private readonly long? _length;

    /// <summary>Where the stream ends as far as that is known without asking the file: its length, or no limit; −1 once it is closed.</summary>
    private long _limit;

    private long _position;

    /// <param name="file">The file.</param>
    /// <param name="offset">Where the stream begins.</param>
    /// <param name="length">Its length; null: to the file's end, wherever that is at the time.</param>
    internal MappedStream(MappedFile file, long offset, long? length)
    {
        _file = file;
        _offset = offset;
        _length = length;
        _limit = length ?? long.MaxValue;
    }

    private bool IsClosed => _limit < 0;

    /// <inheritdoc/>
    public override bool CanRead => !IsClosed;

    /// <inheritdoc/>
    public override bool CanSeek => !IsClosed;

    /// <inheritdoc/>
    public override bool CanWrite => !IsClosed && _file.Mode != MapMode.ReadOnly;

    /// <summary>Bytes; where the stream was opened without a length, up to the file's end now.</summary>
    /// <exception cref="ObjectDisposedException">The stream or the file was disposed.</exception>
    public override long Length
    {
        get
        {
            ObjectDisposedException.ThrowIf(IsClosed, this);
            long left = _file.Length - _offset;
            return _length ?? Math.Max(0, left);
        }
    }

    /// <summary>Bytes from the stream's beginning; may lie behind its end, where reads return nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    /// <exception cref="ObjectDisposedException">The stream was disposed.</exception>
    public override long Position
    {
        get
        {
            ObjectDisposedException.ThrowIf(IsClosed, this);
            return _position;
        }

        set
        {
            ObjectDisposedException.ThrowIf(IsClosed, this);
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
        _limit = -1;
        base.Dispose(disposing);
    }

    /// <summary>Bytes from the position to the stream's end, as far as that is known without asking the file.</summary>
    private long Left()
    {
        ObjectDisposedException.ThrowIf(IsClosed, this);
        return _limit - _position;
    }

    /// <summary>Bytes from the position to the stream's end or the file's, whichever is first.</summary>
    private long Available() => Math.Max(0, Math.Min(Left(), _file.Length - _offset - _position));

    /// <summary>Where nothing is left to read: at the stream's own end that is fine.</summary>
    private void CheckEnd()
    {
        if (_length > _position)
        {
            throw new EndOfStreamException(
                $"The file has become too short: of the stream's {_length} bytes, those from {_position} on are gone. Its length is {_file.Length}, the stream begins at {_offset}.");
        }
    }
}
