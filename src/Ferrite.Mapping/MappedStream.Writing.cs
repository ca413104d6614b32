using Ferrite.Mapping.Internal;

namespace Ferrite.Mapping;

public sealed partial class MappedStream
{
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
}
