using System.Runtime.CompilerServices;

namespace Ferrite.Const.Benchmarks.Kernels;

/// <summary>Bytes put in another order by a table of 16.</summary>
internal static class Shuffle
{
    private const int Blocks = 512;
    private static readonly byte[] Values = [.. Enumerable.Range(0, Blocks * 16).Select(static i => (byte)(i * 31))];
    private static readonly byte[] Order = [7, 0, 13, 2, 9, 4, 11, 6, 15, 8, 1, 10, 3, 12, 5, 14];
    private static readonly byte[] Result = new byte[16];

    internal static Kernel Kernel { get; } = new("shuffle of 16 bytes", Blocks, Typed<_16>, ByHand, () => AtRunTime(Result.Length), Model);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double Typed<TLength>()
        where TLength : struct, IConst<int>
    {
        ConstAssert.That<IsPowerOfTwo<TLength>>();
        long sum = 0;
        byte[] values = Values;
        var order = new FixedSpan<byte, TLength>(Order);
        var result = new FixedSpan<byte, TLength>(Result);
        for (int at = 0; at < values.Length; at += TLength.Value)
        {
            var block = new FixedSpan<byte, TLength>(values.AsSpan(at, TLength.Value));
            for (int i = 0; i < TLength.Value; i++) result[i] = block[order[i] & Difference<TLength, _1>.As<int>()];
            sum += result[3] + (at * (long)result[8]);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double ByHand()
    {
        long sum = 0;
        byte[] values = Values;
        Span<byte> order = Order.AsSpan(0, 16), result = Result.AsSpan(0, 16);
        for (int at = 0; at < values.Length; at += 16)
        {
            Span<byte> block = values.AsSpan(at, 16);
            for (int i = 0; i < 16; i++) result[i] = block[order[i] & 15];
            sum += result[3] + (at * (long)result[8]);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double AtRunTime(int length)
    {
        long sum = 0;
        byte[] values = Values;
        Span<byte> order = Order.AsSpan(0, length), result = Result.AsSpan(0, length);
        for (int at = 0; at < values.Length; at += length)
        {
            Span<byte> block = values.AsSpan(at, length);
            for (int i = 0; i < result.Length; i++) result[i] = block[order[i] & (length - 1)];
            sum += result[3] + (at * (long)result[8]);
        }

        return sum;
    }

    private static double Model() => Enumerable.Range(0, Blocks).Sum(static block => Values[(block * 16) + Order[3]] + (block * 16L * Values[(block * 16) + Order[8]]));
}
