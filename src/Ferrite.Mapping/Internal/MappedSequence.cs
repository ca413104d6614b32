using System.Buffers;
using System.Runtime.InteropServices;

namespace Ferrite.Mapping.Internal;

/// <summary>A piece of a sequence over a region: memory holds 2³¹ − 1 bytes at most.</summary>
internal sealed class MappedSequence : ReadOnlySequenceSegment<byte>
{
    /// <summary>A power of two, so that pieces begin on pages.</summary>
    private const int PieceLength = 1 << 30;

    private readonly Region _region;
    private readonly long _offset;

    private MappedSequence(Region region, long offset, int length, long runningIndex)
    {
        _region = region;
        _offset = offset;
        Memory = new MappedMemory(region, offset, length, isWritable: false).Memory;
        RunningIndex = runningIndex;
    }

    /// <param name="region">Held for this.</param>
    /// <param name="offset">Bytes from the file's beginning.</param>
    /// <param name="length">Bytes.</param>
    /// <param name="pieceLength">Bytes of all pieces but the last.</param>
    internal static ReadOnlySequence<byte> Create(Region region, long offset, long length, int pieceLength = PieceLength)
    {
        if (length == 0)
        {
            return ReadOnlySequence<byte>.Empty;
        }

        var first = new MappedSequence(region, offset, (int)Math.Min(pieceLength, length), 0);
        MappedSequence last = first;
        while (last.RunningIndex + last.Memory.Length < length)
        {
            long index = last.RunningIndex + last.Memory.Length;
            var next = new MappedSequence(region, offset + index, (int)Math.Min(pieceLength, length - index), index);
            last.Next = next;
            last = next;
        }

        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    /// <summary>Throws if the sequence, or part of one, that <see cref="Create"/> made can't be trusted.</summary>
    /// <exception cref="ArgumentException">It is another's.</exception>
    internal static unsafe void Validate(in ReadOnlySequence<byte> sequence)
    {
        if (sequence.IsEmpty)
        {
            return;
        }

        if (!SequenceMarshal.TryGetReadOnlySequenceSegment(sequence, out ReadOnlySequenceSegment<byte>? first, out int start, out _, out _)
            || first is not MappedSequence piece)
        {
            throw new ArgumentException("The sequence is none of a mapped file.", nameof(sequence));
        }

        Views.Validate(piece._region, piece._region.Base + piece._offset + start, sequence.Length);
    }
}
