using Ferrite.Const;

namespace Ferrite.Samples;

/// <summary>
/// Matrices whose shapes are types: a product of shapes that don't fit does not compile, and nothing is checked when it runs.
/// <c>dotnet run --project samples -- matrix</c>
/// </summary>
internal static class MatrixProduct
{
    internal static int Run()
    {
        var left = default(ValueArray6<float>);
        var right = default(ValueArray12<float>);
        var product = default(ValueArray8<float>);
        for (int i = 0; i < left.AsFixedSpan().Length; i++)
        {
            left[i] = i;
        }

        for (int i = 0; i < right.AsFixedSpan().Length; i++)
        {
            right[i] = 10 * i;
        }

        // Two rows of three, by three rows of four: two rows of four.
        var result = new RectangularArray<float, _4, _2>(product);
        Multiply(new RectangularArray<float, _3, _2>(left), new RectangularArray<float, _4, _3>(right), result);
        for (int row = 0; row < result.Height; row++)
        {
            Console.WriteLine(string.Join(' ', result.Row(row).AsSpan().ToArray()));
        }

        return 0;
    }

    private static void Multiply<TRows, TInner, TColumns>(
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
                for (int i = 0; i < TInner.Value; i++)
                {
                    sum += left[i, row] * right[column, i];
                }

                result[column, row] = sum;
            }
        }
    }
}
