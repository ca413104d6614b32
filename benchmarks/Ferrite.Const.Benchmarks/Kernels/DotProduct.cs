using System.Runtime.CompilerServices;

namespace Ferrite.Const.Benchmarks.Kernels;

/// <summary>Products of vectors of 16.</summary>
internal static class DotProduct
{
    private const int Vectors = 512;
    private static readonly float[] Left = [.. Enumerable.Range(0, Vectors * 16).Select(static i => (float)(i % 7))];
    private static readonly float[] Right = [.. Enumerable.Range(0, Vectors * 16).Select(static i => (float)(i % 5))];

    internal static Kernel Kernel { get; } = new("dot product of 16 floats", Vectors, Typed<_16>, ByHand, () => AtRunTime(Left.Length / Vectors), Model);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double Typed<TLength>()
        where TLength : struct, IConst<int>
    {
        double sum = 0;
        float[] left = Left, right = Right;
        for (int at = 0; at < left.Length; at += TLength.Value)
        {
            sum += Product(new FixedSpan<float, TLength>(left.AsSpan(at, TLength.Value)), new FixedSpan<float, TLength>(right.AsSpan(at, TLength.Value)));
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Product<TLength>(FixedSpan<float, TLength> left, FixedSpan<float, TLength> right)
        where TLength : struct, IConst<int>
    {
        float product = 0;
        for (int i = 0; i < TLength.Value; i++) product += left[i] * right[i];
        return product;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double ByHand()
    {
        double sum = 0;
        float[] left = Left, right = Right;
        for (int at = 0; at < left.Length; at += 16)
        {
            Span<float> a = left.AsSpan(at, 16), b = right.AsSpan(at, 16);
            float product = 0;
            for (int i = 0; i < 16; i++) product += a[i] * b[i];
            sum += product;
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double AtRunTime(int length)
    {
        double sum = 0;
        float[] left = Left, right = Right;
        for (int at = 0; at < left.Length; at += length)
        {
            Span<float> a = left.AsSpan(at, length), b = right.AsSpan(at, length);
            float product = 0;
            for (int i = 0; i < a.Length; i++) product += a[i] * b[i];
            sum += product;
        }

        return sum;
    }

    private static double Model() => Left.Zip(Right, static (a, b) => (double)a * b).Sum();
}
