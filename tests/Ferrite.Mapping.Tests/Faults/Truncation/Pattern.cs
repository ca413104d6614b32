using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Ferrite.Mapping.Tests.Faults.Truncation;

/// <summary>
/// What the file holds when it is whole: every byte follows from its offset and none is zero, so that a zero is never taken for data.
/// </summary>
internal sealed class Pattern
{
    /// <summary>Some pages and a part of one.</summary>
    internal const int FileLength = (64 * 4096) + 1000;

    private const int WordSize = sizeof(ulong);

    private readonly byte[] _content;
    private readonly byte[] _mask;

    private Pattern(byte[] content, byte[] mask) => (_content, _mask) = (content, mask);

    /// <summary>One byte all over, for code that fills and compares.</summary>
    internal static Pattern Uniform { get; } = new(Filled(UniformByte), Filled(0xFF));

    /// <summary>Words of 8 bytes: a hash of the offset, and in the low 2 bytes a tag, which says who wrote it last.</summary>
    internal static Pattern Words { get; } = CreateWords();

    internal const byte UniformByte = 0xA5;

    internal bool HasTags => _mask[0] == 0;

    internal ReadOnlySpan<byte> Content => _content;

    /// <summary>The range's right bytes, with the given tag.</summary>
    internal void Fill(Span<byte> destination, long offset, ushort tag)
    {
        _content.AsSpan((int)offset, destination.Length).CopyTo(destination);
        for (int i = 0; HasTags && i < destination.Length; i++)
        {
            if (_mask[offset + i] == 0)
            {
                destination[i] = (byte)(tag >> (8 * (int)((offset + i) % WordSize)));
            }
        }
    }

    /// <summary>The index of the first byte that is not the file's, whatever the tags; −1 if there is none.</summary>
    internal int FindWrong(ReadOnlySpan<byte> seen, long offset, int from = 0)
    {
        ReadOnlySpan<byte> right = _content.AsSpan((int)offset, seen.Length);
        ReadOnlySpan<byte> mask = _mask.AsSpan((int)offset, seen.Length);
        int i = from;
        while (i + WordSize <= seen.Length && ((Word(seen, i) ^ Word(right, i)) & Word(mask, i)) == 0)
        {
            i += WordSize;
        }

        while (i < seen.Length && ((seen[i] ^ right[i]) & mask[i]) == 0)
        {
            i++;
        }

        return i < seen.Length ? i : -1;
    }

    private static ulong Word(ReadOnlySpan<byte> bytes, int index) => MemoryMarshal.Read<ulong>(bytes[index..]);

    private static byte[] Filled(byte value)
    {
        byte[] bytes = new byte[FileLength];
        bytes.AsSpan().Fill(value);
        return bytes;
    }

    private static Pattern CreateWords()
    {
        byte[] content = new byte[FileLength + WordSize];
        byte[] mask = new byte[FileLength + WordSize];
        for (int offset = 0; offset < FileLength; offset += WordSize)
        {
            ulong hash = ((ulong)offset + 1) * 0x9E3779B97F4A7C15;
            BinaryPrimitives.WriteUInt64LittleEndian(content.AsSpan(offset), (hash | 0x0101010101010101) & ~0xFFFFUL);
            BinaryPrimitives.WriteUInt64LittleEndian(mask.AsSpan(offset), ~0xFFFFUL);
        }

        return new Pattern(content[..FileLength], mask[..FileLength]);
    }
}
