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
    /// whether what was read can be trusted says <see cref="Validate(in ReadOnlySequence{byte})"/>, afterwards. After a dispose it reads
    /// as zeros.
    /// </summary>
    /// <param name="offset">Bytes from the file's beginning.</param>
    /// <param name="length">Bytes; null for up to the file's end.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range isn't inside the file.</exception>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public ReadOnlySequence<byte> AsSequence(long offset = 0, long? length = null)
    {
        long total = Length;
        Views.CheckRange(offset, length ?? 0, total);
        long bytes = length ?? total - offset;
        return MappedSequence.Create(Views.Get(ref _region, offset, bytes), offset, bytes);
    }

    /// <summary>
    /// Bytes of the file as memory that can be kept and handed to asynchronous code. Dispose the owner when nobody uses it any more: that
    /// counts it as written for the file's <see cref="FlushPolicy"/> and throws, like a view's, if what was read or written can't be
    /// trusted: <see cref="MappedFileFaultException"/> or <see cref="ObjectDisposedException"/>.
    /// </summary>
    /// <param name="offset">Bytes from the file's beginning.</param>
    /// <param name="length">Bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range isn't inside the file.</exception>
    /// <exception cref="NotSupportedException">
    /// The file is mapped <see cref="MapMode.ReadOnly"/>, and memory can be written: use <see cref="AsSequence"/>, or map CopyOnWrite.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public IMemoryOwner<byte> GetMemory(long offset, int length) =>
        new MappedMemory(Views.GetWritable(ref _region, _mapping, offset, length), offset, length, isWritable: true);

    /// <summary>Throws if what was read through a sequence of this file can't be trusted, or what <see cref="Validate()"/> finds.</summary>
    /// <param name="sequence">From <see cref="AsSequence"/>, or a part of one: however old, also of before a resize or a refresh.</param>
    /// <exception cref="ArgumentException">It is no mapped file's.</exception>
    /// <exception cref="MappedFileFaultException">A page was lost, or the file was cut.</exception>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public void Validate(in ReadOnlySequence<byte> sequence)
    {
        MappedSequence.Validate(sequence);
        Validate();
    }

    /// <summary>For a stream: as much as there is from the offset on.</summary>
    internal int ReadUpTo(long offset, Span<byte> destination) =>
        Access.TryCopyTo(_region, offset, destination) ? destination.Length : SlowAccess.CopyUpTo(ref _region, offset, destination);

    /// <summary>For a stream: false where it isn't plain, in range or out of it.</summary>
    internal bool TryReadFast(long offset, out byte value) => Access.TryRead(_region, offset, out value);

    /// <summary>The same for so few bytes as <see cref="ShortCopy"/> takes.</summary>
    internal bool TryReadShort(long offset, Span<byte> destination) => Access.TryCopyShort(_region, offset, destination);

    /// <summary>For a stream: bytes that are not written, in whatever mode.</summary>
    internal MappedMemory GetMemoryToRead(long offset, int length) =>
        new(Views.Get(ref _region, offset, length), offset, length, isWritable: false);
}
