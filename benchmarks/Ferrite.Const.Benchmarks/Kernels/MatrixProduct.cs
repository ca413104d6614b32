using System.Runtime.CompilerServices;

namespace Ferrite.Const.Benchmarks.Kernels;

/// <summary>Products of matrices of 4 × 4.</summary>
internal static class MatrixProduct
{
    private const int Matrices = 256;
    private static readonly float[] Left = [.. Enumerable.Range(0, Matrices * 16).Select(static i => (float)(i % 7))];
    private static readonly float[] Right = [.. Enumerable.Range(0, Matrices * 16).Select(static i => (float)(i % 5))];
    private static readonly float[] Result = new float[16];

    internal static Kernel Kernel { get; } = new("product of 4 × 4 matrices", Matrices, Typed<_4>, ByHand, () => AtRunTime((int)Math.Sqrt(Result.Length)), Model);

    /// <summary>By the indexer of two dimensions, which checks both.</summary>
    internal static Kernel IndexedKernel { get; } = Kernel with { Title = "the same by `RectangularArray`'s indexer", Typed = Indexed<_4> };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double Typed<TSide>()
        where TSide : struct, IConst<int>
    {
        double sum = 0;
        for (int at = 0; at < Left.Length; at += 16)
        {
            Span<float> left = new RectangularArray<float, TSide, TSide>(Left.AsSpan(at, 16)).Elements.AsSpan();
            Span<float> right = new RectangularArray<float, TSide, TSide>(Right.AsSpan(at, 16)).Elements.AsSpan();
            Span<float> result = new RectangularArray<float, TSide, TSide>(Result).Elements.AsSpan();
            for (int row = 0; row < TSide.Value; row++)
            {
                for (int column = 0; column < TSide.Value; column++)
                {
                    float cell = 0;
                    for (int i = 0; i < TSide.Value; i++) cell += left[(row * TSide.Value) + i] * right[(i * TSide.Value) + column];
                    result[(row * TSide.Value) + column] = cell;
                }
            }

            sum += result[9];
        }

        return sum + Sum(Result);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double Indexed<TSide>()
        where TSide : struct, IConst<int>
    {
        double sum = 0;
        for (int at = 0; at < Left.Length; at += 16)
        {
            var result = new RectangularArray<float, TSide, TSide>(Result);
            MultiplyIndexed(new RectangularArray<float, TSide, TSide>(Left.AsSpan(at, 16)), new RectangularArray<float, TSide, TSide>(Right.AsSpan(at, 16)), result);
            sum += result[1, 2];
        }

        return sum + Sum(Result);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void MultiplyIndexed<TRows, TInner, TColumns>(
        RectangularArray<float, TInner, TRows> left, RectangularArray<float, TColumns, TInner> right, RectangularArray<float, TColumns, TRows> result)
        where TRows : struct, IConst<int>
        where TInner : struct, IConst<int>
        where TColumns : struct, IConst<int>
    {
        for (int row = 0; row < TRows.Value; row++)
        {
            for (int column = 0; column < TColumns.Value; column++)
            {
                float sum = 0;
                for (int i = 0; i < TInner.Value; i++) sum += left[i, row] * right[column, i];
                result[column, row] = sum;
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double ByHand()
    {
        double sum = 0;
        for (int at = 0; at < Left.Length; at += 16)
        {
            Span<float> left = Left.AsSpan(at, 16), right = Right.AsSpan(at, 16), result = Result.AsSpan(0, 16);
            for (int row = 0; row < 4; row++)
            {
                for (int column = 0; column < 4; column++)
                {
                    float cell = 0;
                    for (int i = 0; i < 4; i++) cell += left[(row * 4) + i] * right[(i * 4) + column];
                    result[(row * 4) + column] = cell;
                }
            }

            sum += result[9];
        }

        return sum + Sum(Result);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double AtRunTime(int side)
    {
        double sum = 0;
        for (int at = 0; at < Left.Length; at += 16)
        {
            Span<float> left = Left.AsSpan(at, 16), right = Right.AsSpan(at, 16), result = Result.AsSpan(0, 16);
            for (int row = 0; row < side; row++)
            {
                for (int column = 0; column < side; column++)
                {
                    float cell = 0;
                    for (int i = 0; i < side; i++) cell += left[(row * side) + i] * right[(i * side) + column];
                    result[(row * side) + column] = cell;
                }
            }

            sum += result[9];
        }

        return sum + Sum(Result);
    }

    private static double Model()
    {
        double sum = 0;
        double[] last = [];
        for (int at = 0; at < Left.Length; at += 16)
        {
            last = [.. Enumerable.Range(0, 16).Select(n => Enumerable.Range(0, 4).Sum(i => (double)Left[at + (n / 4 * 4) + i] * Right[at + (i * 4) + (n % 4)]))];
            sum += last[9];
        }

        return sum + last.Sum();
    }

    private static double Sum(float[] values)
    {
        double sum = 0;
        foreach (float value in values) sum += value;
        return sum;
    }
}
