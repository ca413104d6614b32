using Ferrite.Mapping.Internal;

namespace Ferrite.Mapping;

public sealed partial class MappedStream
{
    /// <summary>Copies bytes into the mapping.</summary>
    /// <param name="buffer">The bytes. If they don't fit before the end, none is written.</param>
    /// <exception cref="NotSupportedException">The file is mapped ReadOnly, or the bytes would not end before the stream, or the file, does.</exception>
    /// <exception cref="MappedFileFaultException">A page was lost, or no block was left for it.</exception>
    /// <exception cref="IOException">A flush that the <see cref="FlushPolicy"/> asked for failed, now, or earlier: then nothing was written.</exception>
    /// <exception cref="ObjectDisposedException">The stream or the file was disposed.</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        long available = Available();
        Throw.IfNotWritable(_file.Mode);
        if (buffer.Length > available)
        {
            throw new NotSupportedException(
                $"{buffer.Length} bytes at position {_position} end behind the {_position + available} there are; a mapped stream does not grow: MappedFile.Resize does.");
        }

        if (!buffer.IsEmpty)
        {
            _file.Write(_offset + _position, buffer);
            _position += buffer.Length;
        }
    }

    /// <inheritdoc cref="Write(ReadOnlySpan{byte})"/>
    /// <param name="buffer">The bytes are in it.</param>
    /// <param name="offset">Where they begin in it.</param>
    /// <param name="count">How many.</param>
    public override void Write(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        Write(buffer.AsSpan(offset, count));
    }

    /// <inheritdoc cref="Write(ReadOnlySpan{byte})"/>
    /// <param name="value">The byte.</param>
    public override void WriteByte(byte value) => Write([value]);

    /// <summary>Completes synchronously; what <see cref="Write(ReadOnlySpan{byte})"/> throws, it throws through the task.</summary>
    /// <param name="buffer">The bytes. If they don't fit before the end, none is written.</param>
    /// <param name="cancellationToken">Heeded before the write.</param>
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(cancellationToken);
        }

        try
        {
            Write(buffer.Span);
            return ValueTask.CompletedTask;
        }
        catch (Exception e)
        {
            return ValueTask.FromException(e);
        }
    }

    /// <inheritdoc cref="WriteAsync(ReadOnlyMemory{byte}, CancellationToken)"/>
    /// <param name="buffer">The bytes are in it.</param>
    /// <param name="offset">Where they begin in it.</param>
    /// <param name="count">How many.</param>
    /// <param name="cancellationToken">Heeded before the write.</param>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        ValidateBufferArguments(buffer, offset, count);
        return WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }
}
