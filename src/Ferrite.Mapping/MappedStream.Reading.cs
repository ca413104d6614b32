using Ferrite.Mapping.Internal;

namespace Ferrite.Mapping;

public sealed partial class MappedStream
{
    private const int CopyAtOnce = 1 << 20;

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
}
