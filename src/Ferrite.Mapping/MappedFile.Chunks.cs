
namespace Ferrite.Mapping;

public sealed partial class MappedFile
{
    /// <summary>
    /// The file in pieces, without copies or allocation; the last one may be short. The length is fixed when the enumeration starts.
    /// </summary>
    /// <param name="chunkSize">Bytes a piece, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="chunkSize"/> is less than 1.</exception>
    public ChunkEnumerable Chunks(int chunkSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(chunkSize);
        return new ChunkEnumerable(ref _region, chunkSize);
    }

    /// <summary>The file page by page (<see cref="PageSize"/>), without copies or allocation; the last one may be short.</summary>
    public ChunkEnumerable Pages() => Chunks(PageSize);

    /// <summary>
    /// The file in writable pieces, without copies or allocation; the last one may be short. The length is fixed when the enumeration
    /// starts, which throws <see cref="NotSupportedException"/> where the file is mapped <see cref="MapMode.ReadOnly"/>.
    /// </summary>
    /// <param name="chunkSize">Bytes a piece, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="chunkSize"/> is less than 1.</exception>
    public WritableChunkEnumerable WritableChunks(int chunkSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(chunkSize);
        return new WritableChunkEnumerable(ref _region, _mapping, chunkSize);
    }

    /// <summary>
    /// The file in pieces that are copies, to keep; the last one may be short. The length is fixed when the enumeration starts. Enumerating
    /// throws what <see cref="CopyTo"/> throws.
    /// </summary>
    /// <param name="chunkSize">Bytes a piece, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="chunkSize"/> is less than 1.</exception>
    public IEnumerable<byte[]> ReadChunks(int chunkSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(chunkSize);
        return Copies(chunkSize);
    }

    private IEnumerable<byte[]> Copies(int chunkSize)
    {
        long length = Length;
        for (long offset = 0; offset < length; offset += chunkSize)
        {
            byte[] chunk = new byte[(int)Math.Min(chunkSize, length - offset)];
            CopyTo(offset, chunk);
            yield return chunk;
        }
    }
}
