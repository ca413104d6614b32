using Ferrite.Mapping.Internal;

namespace Ferrite.Mapping;

public sealed partial class MappedStream
{
    /// <summary>After each such piece of what is copied it is checked that it was the file's own.</summary>
    private const int CopyAtOnce = 1 << 20;

    /// <summary>Hands the mapping's own bytes to the other stream, up to the end, without a buffer between.</summary>
    /// <param name="destination">Where to. Where this throws, it may have got bytes that are not the file's, at most the last million.</param>
    /// <param name="bufferSize">Has no effect.</param>
    /// <exception cref="EndOfStreamException">The file has become shorter than the stream.</exception>
    /// <exception cref="MappedFileFaultException">A page was lost, or the file was shrunk under the copy.</exception>
    /// <exception cref="ObjectDisposedException">The stream or the file was disposed.</exception>
    public override void CopyTo(Stream destination, int bufferSize)
    {
        ValidateCopyToArguments(destination, bufferSize);
        while (NextPiece() is { } piece)
        {
            using (piece)
            {
                try
                {
                    destination.Write(piece.GetSpan());
                }
                catch (IOException e)
                {
                    ThrowIfCut(e);
                    throw;
                }
            }

            _position += piece.Length;
        }
    }

    /// <summary>Hands the mapping's own bytes to the other stream, up to the end, without a buffer between.</summary>
    /// <param name="destination">Where to. Where this throws, it may have got bytes that are not the file's, at most the last million.</param>
    /// <param name="bufferSize">Has no effect.</param>
    /// <param name="cancellationToken">Heeded before each million bytes, and by <paramref name="destination"/>.</param>
    /// <exception cref="EndOfStreamException">The file has become shorter than the stream.</exception>
    /// <exception cref="MappedFileFaultException">A page was lost, or the file was shrunk under the copy.</exception>
    /// <exception cref="ObjectDisposedException">The stream or the file was disposed.</exception>
    public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        ValidateCopyToArguments(destination, bufferSize);
        return CopyPiecesAsync(destination, cancellationToken);
    }

    private async Task CopyPiecesAsync(Stream destination, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        while (NextPiece() is { } piece)
        {
            using (piece)
            {
                try
                {
                    await destination.WriteAsync(piece.Memory, cancellationToken).ConfigureAwait(false);
                }
                catch (IOException e)
                {
                    ThrowIfCut(e);
                    throw;
                }
            }

            _position += piece.Length;
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>From the position on, not past any end; disposing it checks it. Null where none is left.</summary>
    private MappedMemory? NextPiece()
    {
        while (true)
        {
            int count = (int)Math.Min(CopyAtOnce, Available());
            if (count == 0)
            {
                CheckEnd();
                return null;
            }

            try
            {
                return _file.GetMemoryToRead(_offset + _position, count);
            }
            catch (ArgumentOutOfRangeException)
            {
                // Shrunk between the two statements: by so much the end is nearer.
            }
        }
    }

    /// <summary>A system call that meets a hole fails with EFAULT, and no handler hears of it.</summary>
    private void ThrowIfCut(IOException failure)
    {
        try
        {
            _file.Validate();
        }
        catch (MappedFileFaultException e)
        {
            throw new MappedFileFaultException(e.Message, e.Offset, e.Cause, failure);
        }
    }
}
