using System.Runtime.CompilerServices;

namespace Ferrite.Const;

public readonly ref partial struct FixedSpan<T, TLength>
{
    /// <summary>A part at a place that the type knows. The analyzer checks closed ones (FER3006), so the JIT leaves no check.</summary>
    /// <typeparam name="TStart">The index of its first element: not negative.</typeparam>
    /// <typeparam name="TCount">The number of its elements: not negative.</typeparam>
    /// <exception cref="ConstAssertException">The part reaches past the end.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public FixedSpan<T, TCount> Slice<TStart, TCount>()
        where TStart : struct, IConst<int>
        where TCount : struct, IConst<int>
    {
        ConstAssert.That<And<And<LessOrEqual<D0, TStart>, LessOrEqual<D0, TCount>>, LessOrEqual<Sum<TStart, TCount>, TLength>>>();
        return new(AsSpan().Slice(TStart.Value, TCount.Value));
    }

    /// <summary>The first elements.</summary>
    /// <typeparam name="TCount">Their number.</typeparam>
    /// <exception cref="ConstAssertException">There are fewer.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public FixedSpan<T, TCount> First<TCount>()
        where TCount : struct, IConst<int> => Slice<D0, TCount>();

    /// <summary>The last elements.</summary>
    /// <typeparam name="TCount">Their number.</typeparam>
    /// <exception cref="ConstAssertException">There are fewer.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public FixedSpan<T, TCount> Last<TCount>()
        where TCount : struct, IConst<int> => Slice<Difference<TLength, TCount>, TCount>();

    /// <summary>Copies every element to another of the same length.</summary>
    /// <param name="destination">Where to; may overlap.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void CopyTo(FixedSpan<T, TLength> destination) => AsSpan().CopyTo(destination.AsSpan());
}
