using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ferrite.Const;

/// <summary>
/// Says that two expressions are equal that are written differently, and so are different types: <c>Sum&lt;N, _1&gt;</c> and <c>Sum&lt;_1, N&gt;</c>. Checked
/// where the code is closed: by the analyzer (FER3005), and once by the JIT, which leaves no code where they agree.
/// </summary>
public static class Unify
{
    /// <summary>A span under another name for its length.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <typeparam name="TFrom">The length it has.</typeparam>
    /// <typeparam name="TTo">The length it is to have.</typeparam>
    /// <param name="span">The span.</param>
    /// <exception cref="ConstAssertException">The lengths differ.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FixedSpan<T, TTo> As<T, TFrom, TTo>(FixedSpan<T, TFrom> span)
        where TFrom : struct, IConst<int>
        where TTo : struct, IConst<int>
    {
        ConstAssert.That<Equal<TFrom, TTo>>();
        return new(ref MemoryMarshal.GetReference(span.AsSpan()));
    }

    /// <summary>A rectangle under other names for its sides.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <typeparam name="TFromWidth">The width it has.</typeparam>
    /// <typeparam name="TFromHeight">The height it has.</typeparam>
    /// <typeparam name="TToWidth">The width it is to have.</typeparam>
    /// <typeparam name="TToHeight">The height it is to have.</typeparam>
    /// <param name="rectangle">The rectangle.</param>
    /// <exception cref="ConstAssertException">The widths differ, or the heights.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RectangularArray<T, TToWidth, TToHeight> As<T, TFromWidth, TFromHeight, TToWidth, TToHeight>(
        RectangularArray<T, TFromWidth, TFromHeight> rectangle)
        where TFromWidth : struct, IConst<int>
        where TFromHeight : struct, IConst<int>
        where TToWidth : struct, IConst<int>
        where TToHeight : struct, IConst<int>
    {
        ConstAssert.That<And<Equal<TFromWidth, TToWidth>, Equal<TFromHeight, TToHeight>>>();
        return new(rectangle.Elements.AsSpan());
    }
}
