using System.Buffers;

namespace Ferrite.Mapping.Internal;

/// <summary>A piece of a sequence over a region: memory holds 2³¹ − 1 bytes at most.</summary>
internal sealed class MappedSequence : ReadOnlySequenceSegment<byte>
{
    /// <summary>A power of two, so that pieces begin on pages.</summary>
    private const int PieceLength = 1 << 30;

    private MappedSequence(Region region, long offset, int length, long runningIndex)
    {
        Memory = new MappedMemory(region, offset, length).Memory;
        RunningIndex = runningIndex;
    }

    internal static ReadOnlySequence<byte> Create(Region region, long offset, long length)
    {
        if (length == 0)
        {
            return ReadOnlySequence<byte>.Empty;
        }

        var first = new MappedSequence(region, offset, (int)Math.Min(PieceLength, length), 0);
        MappedSequence last = first;
        while (last.RunningIndex + last.Memory.Length < length)
        {
            long index = last.RunningIndex + last.Memory.Length;
            var next = new MappedSequence(region, offset + index, (int)Math.Min(PieceLength, length - index), index);
            last.Next = next;
            last = next;
        }

        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }
}
