using System.Runtime.CompilerServices;
using Ferrite.Mapping.Internal;

namespace Ferrite.Mapping;

public sealed partial class MappedStream
{
    /// <summary>The last task handed out: reads of one size share one.</summary>
    private Task<int>? _lastRead;

    /// <summary>Copies bytes out of the mapping.</summary>
    /// <param name="buffer">Filled as far as there are bytes.</param>
    /// <returns>How many; 0 at the end.</returns>
    /// <exception cref="EndOfStreamException">The file has become shorter than the stream.</exception>
    /// <exception cref="MappedFileFaultException">A page was lost.</exception>
    /// <exception cref="ObjectDisposedException">The stream or the file was disposed.</exception>
    public override int Read(Span<byte> buffer)
    {
        // Inside the stream, and the stream open: the limit is −1 otherwise, and no position is negative.
        if (ShortCopy.Takes(buffer.Length) && buffer.Length <= _limit - _position && _file.TryReadShort(_offset + _position, buffer))
        {
            _position += buffer.Length;
            return buffer.Length;
        }

        return ReadAny(buffer);
    }

    /// <inheritdoc cref="Read(Span{byte})"/>
    /// <param name="buffer">Filled from <paramref name="offset"/> on as far as there are bytes.</param>
    /// <param name="offset">Where to begin in it.</param>
    /// <param name="count">Bytes at most.</param>
    public override int Read(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        return Read(buffer.AsSpan(offset, count));
    }

    /// <summary>The next byte; −1 at the end.</summary>
    /// <exception cref="EndOfStreamException">The file has become shorter than the stream.</exception>
    /// <exception cref="MappedFileFaultException">A page was lost.</exception>
    /// <exception cref="ObjectDisposedException">The stream or the file was disposed.</exception>
    public override int ReadByte()
    {
        if (Left() > 0 && _file.TryReadFast(_offset + _position, out byte value))
        {
            _position++;
            return value;
        }

        value = 0;
        return Read(new Span<byte>(ref value)) == 0 ? -1 : value;
    }

    /// <summary>Completes synchronously; what <see cref="Read(Span{byte})"/> throws, it throws through the task.</summary>
    /// <param name="buffer">Filled as far as there are bytes.</param>
    /// <param name="cancellationToken">Heeded before the read.</param>
    /// <returns>How many; 0 at the end.</returns>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<int>(cancellationToken);
        }

        try
        {
            return new ValueTask<int>(Read(buffer.Span));
        }
        catch (Exception e)
        {
            return ValueTask.FromException<int>(e);
        }
    }

    /// <inheritdoc cref="ReadAsync(Memory{byte}, CancellationToken)"/>
    /// <param name="buffer">Filled from <paramref name="offset"/> on as far as there are bytes.</param>
    /// <param name="offset">Where to begin in it.</param>
    /// <param name="count">Bytes at most.</param>
    /// <param name="cancellationToken">Heeded before the read.</param>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        ValidateBufferArguments(buffer, offset, count);
        ValueTask<int> read = ReadAsync(buffer.AsMemory(offset, count), cancellationToken);
        if (!read.IsCompletedSuccessfully)
        {
            return read.AsTask();
        }

        int result = read.Result;
        return _lastRead is { } last && last.Result == result ? last : _lastRead = Task.FromResult(result);
    }

    /// <summary>Of any length, and where an end is near.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int ReadAny(Span<byte> buffer)
    {
        long left = Left();
        if (left <= 0 || buffer.IsEmpty)
        {
            return 0;
        }

        int count = _file.ReadUpTo(_offset + _position, left < buffer.Length ? buffer[..(int)left] : buffer);
        if (count == 0)
        {
            CheckEnd();
        }

        _position += count;
        return count;
    }
}
