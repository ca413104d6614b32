using System.Buffers;
using Ferrite.Mapping.Internal;

namespace Ferrite.Mapping;

public sealed partial class MappedFile
{
    /// <summary>The file, or a part of it, as a stream; writable where the mapping is. A <see cref="MappedStream"/>.</summary>
    /// <param name="offset">Where the stream begins, in bytes from the file's beginning.</param>
    /// <param name="length">Bytes; null for up to the file's end, wherever that is when it is read.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range isn't inside the file.</exception>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public Stream OpenStream(long offset = 0, long? length = null)
    {
        Views.CheckRange(offset, length ?? 0, Length);
        return new MappedStream(this, offset, length);
    }

    /// <summary>
    /// The file, or a part of it, as a sequence of pieces, without copies, past 2 GiB too. Keeps the mapping's addresses alive by itself;
    /// whether what was read can be trusted says <see cref="Validate"/>, afterwards. After a dispose it reads as zeros.
    /// </summary>
    /// <param name="offset">Bytes from the file's beginning.</param>
    /// <param name="length">Bytes; null for up to the file's end.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range isn't inside the file.</exception>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public ReadOnlySequence<byte> AsSequence(long offset = 0, long? length = null)
    {
        long bytes = length ?? Length - offset;
        return MappedSequence.Create(Views.Get(ref _region, offset, bytes), offset, bytes);
    }

    /// <summary>
    /// Bytes of the file as memory that can be kept and handed to asynchronous code; dispose the owner when done. What was read can be
    /// trusted, and what was written is in the file, if <see cref="Validate"/> does not throw afterwards. Not counted by a
    /// <see cref="FlushPolicy"/>.
    /// </summary>
    /// <param name="offset">Bytes from the file's beginning.</param>
    /// <param name="length">Bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range isn't inside the file.</exception>
    /// <exception cref="NotSupportedException">
    /// The file is mapped <see cref="MapMode.ReadOnly"/>, and memory can be written: use <see cref="AsSequence"/>, or map CopyOnWrite.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public IMemoryOwner<byte> GetMemory(long offset, int length) =>
        new MappedMemory(Views.GetWritable(ref _region, _mapping, offset, length), offset, length);
}
