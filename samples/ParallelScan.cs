using System.Numerics;
using System.Runtime.InteropServices;
using Ferrite.Mapping;

namespace Ferrite.Samples;

/// <summary>
/// Works on a file of many gigabytes with all cores, each on its own piece, without a copy or a lock: counts the bits that are set.
/// <c>dotnet run --project samples -- parallel /tmp/huge.bin</c>
/// </summary>
internal static class ParallelScan
{
    private const long PieceLength = 32 << 20;

    internal static int Run(string path)
    {
        using MappedFile file = MappedFile.Open(path);
        long length = file.Length;
        long pieces = (length + PieceLength - 1) / PieceLength;
        long bits = 0;

        // One mapping for all threads: a view is made and ended in some nanoseconds, and is its thread's own.
        Parallel.For(0, pieces, () => 0L, (piece, _, sum) =>
        {
            long offset = piece * PieceLength;
            using MappedView view = file.GetView(offset, Math.Min(PieceLength, length - offset));
            return sum + CountBits(view.Span);
        }, sum => Interlocked.Add(ref bits, sum));

        Console.WriteLine($"{bits} bits of {length} bytes, in {pieces} pieces");
        return 0;
    }

    private static long CountBits(ReadOnlySpan<byte> bytes)
    {
        long bits = 0;
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (ulong word in words)
        {
            bits += BitOperations.PopCount(word);
        }

        foreach (byte left in bytes[(words.Length * sizeof(ulong))..])
        {
            bits += BitOperations.PopCount(left);
        }

        return bits;
    }
}
