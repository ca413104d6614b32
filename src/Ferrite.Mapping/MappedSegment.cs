using System.Buffers;
using System.Runtime.InteropServices;
using Ferrite.Mapping.Internal;

namespace Ferrite.Mapping;

/// <summary>
/// A part of a file, to keep and hand on: holds no address, and is checked again at each use, so it survives resizes and refreshes. A use
/// throws <see cref="ArgumentOutOfRangeException"/> where the file has become too short for what is asked.
/// </summary>
/// <param name="File">The file.</param>
/// <param name="Offset">Where the part begins, in bytes from the file's beginning.</param>
/// <param name="Length">Bytes.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MappedSegment(MappedFile File, long Offset, long Length)
{
    /// <summary>Whether the file still reaches as far as the segment.</summary>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public bool IsInFile => File.Length is var total && (Offset | Length) >= 0 && Offset <= total - Length;

    /// <summary>A part of the segment.</summary>
    /// <param name="start">Bytes from the segment's beginning.</param>
    /// <param name="length">Bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">The part isn't inside the segment.</exception>
    public MappedSegment Slice(long start, long length) => new(File, Check(start, length), length);

    /// <summary>A window on the segment: see <see cref="MappedFile.GetView(long, long)"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The file has become too short.</exception>
    public MappedView GetView() => File.GetView(Offset, Length);

    /// <summary>A window on the segment that can be written: see <see cref="MappedFile.GetWritableView(long, long)"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The file has become too short.</exception>
    public WritableMappedView GetWritableView() => File.GetWritableView(Offset, Length);

    /// <summary>Reads a value: see <see cref="MappedFile.Read{T}(long)"/>.</summary>
    /// <param name="start">Bytes from the segment's beginning.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value isn't inside the segment, or the file has become too short.</exception>
    public unsafe T Read<T>(long start)
        where T : unmanaged => File.Read<T>(Check(start, sizeof(T)));

    /// <summary>Writes a value: see <see cref="MappedFile.Write{T}(long, T)"/>.</summary>
    /// <param name="start">Bytes from the segment's beginning.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value isn't inside the segment, or the file has become too short.</exception>
    public unsafe void Write<T>(long start, T value)
        where T : unmanaged => File.Write(Check(start, sizeof(T)), value);

    /// <summary>Copies bytes out: see <see cref="MappedFile.CopyTo"/>.</summary>
    /// <param name="start">Bytes from the segment's beginning.</param>
    /// <param name="destination">Filled whole.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range isn't inside the segment, or the file has become too short.</exception>
    public void CopyTo(long start, Span<byte> destination) => File.CopyTo(Check(start, destination.Length), destination);

    /// <summary>Copies bytes in: see <see cref="MappedFile.Write(long, ReadOnlySpan{byte})"/>.</summary>
    /// <param name="start">Bytes from the segment's beginning.</param>
    /// <param name="source">The bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range isn't inside the segment, or the file has become too short.</exception>
    public void Write(long start, ReadOnlySpan<byte> source) => File.Write(Check(start, source.Length), source);

    /// <summary>Makes what was written to the segment durable: see <see cref="MappedFile.Flush(long, long, FlushLevel)"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The file has become too short.</exception>
    public void Flush() => File.Flush(Offset, Length);

    /// <summary>Makes what was written to the segment durable: see <see cref="MappedFile.FlushAsync(long, long, CancellationToken)"/>.</summary>
    /// <param name="cancellationToken">Heeded until the flush has begun.</param>
    /// <exception cref="ArgumentOutOfRangeException">The file has become too short.</exception>
    public Task FlushAsync(CancellationToken cancellationToken = default) => File.FlushAsync(Offset, Length, cancellationToken);

    /// <summary>The segment as a stream: see <see cref="MappedFile.OpenStream"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The file has become too short.</exception>
    public Stream OpenStream() => File.OpenStream(Offset, Length);

    /// <summary>The segment as a sequence of pieces: see <see cref="MappedFile.AsSequence"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The file has become too short.</exception>
    public ReadOnlySequence<byte> AsSequence() => File.AsSequence(Offset, Length);

    /// <summary>The segment as memory: see <see cref="MappedFile.GetMemory"/>.</summary>
    /// <exception cref="InvalidOperationException">The segment is longer than memory can be (2³¹ − 1 bytes): slice it first.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The file has become too short.</exception>
    public IMemoryOwner<byte> GetMemory() => File.GetMemory(Offset, Views.SpanLength(Length));

    /// <summary>As many records as the segment holds whole: see <see cref="MappedFile.Records"/>.</summary>
    /// <typeparam name="T">The record: its bytes as they are in memory, at any alignment.</typeparam>
    /// <exception cref="ArgumentOutOfRangeException">The file has become too short.</exception>
    public unsafe MappedRecords<T> Records<T>()
        where T : unmanaged => File.Records<T>(Offset, Length / sizeof(T));

    /// <summary>Where the segment lies.</summary>
    public override string ToString() => $"{Length} bytes from {Offset} of {File?.Path ?? "a mapped file"}";

    private long Check(long start, long size)
    {
        Views.CheckRange(start, size, Length);
        return Offset + start;
    }
}
