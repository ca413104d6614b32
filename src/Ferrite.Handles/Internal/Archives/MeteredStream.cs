namespace Ferrite.Handles.Internal.Archives;

/// <summary>Reads another stream, after what was read of it already, and counts. Leaves it open.</summary>
/// <param name="inner">The stream.</param>
/// <param name="start">What was read of it.</param>
/// <param name="check">Called with the count after each read.</param>
internal sealed class MeteredStream(Stream inner, ReadOnlyMemory<byte> start, Action<long>? check) : Stream
{
    private ReadOnlyMemory<byte> _start = start;

    /// <summary>Bytes read.</summary>
    internal long Count { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        int read;
        if (_start.IsEmpty)
        {
            read = inner.Read(buffer);
        }
        else
        {
            read = Math.Min(buffer.Length, _start.Length);
            _start.Span[..read].CopyTo(buffer);
            _start = _start[read..];
        }

        Count += read;
        check?.Invoke(Count);
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
