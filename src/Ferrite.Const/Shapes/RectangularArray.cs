using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ferrite.Const;

/// <summary>A rectangle of elements, row by row, over memory of any kind; its shape is a type, so the compiler checks that shapes fit.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <typeparam name="TWidth">Columns: not negative.</typeparam>
/// <typeparam name="THeight">Rows: not negative.</typeparam>
/// <param name="elements">The elements, row by row, <c>TWidth × THeight</c> of them; not copied.</param>
/// <exception cref="ArgumentException">They are another number.</exception>
/// <exception cref="OverflowException">The product of width and height is more than <see cref="int.MaxValue"/>.</exception>
[method: MethodImpl(MethodImplOptions.AggressiveInlining)]
public readonly ref struct RectangularArray<T, TWidth, THeight>(Span<T> elements)
    where TWidth : struct, IConst<int>
    where THeight : struct, IConst<int>
{
    private readonly FixedSpan<T, Product<TWidth, THeight>> _elements = new(elements);

    /// <summary>Columns.</summary>
    [SuppressMessage("Performance", "CA1822", Justification = "Read like that of any array.")]
    public int Width => TWidth.Value;

    /// <summary>Rows.</summary>
    [SuppressMessage("Performance", "CA1822", Justification = "Read like that of any array.")]
    public int Height => THeight.Value;

    /// <summary>All elements, row by row.</summary>
    public FixedSpan<T, Product<TWidth, THeight>> Elements => _elements;

    /// <summary>An element, by reference.</summary>
    /// <param name="column">From 0 to <see cref="Width"/> − 1.</param>
    /// <param name="row">From 0 to <see cref="Height"/> − 1.</param>
    /// <exception cref="IndexOutOfRangeException">Either is not.</exception>
    public ref T this[int column, int row]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            // Both are checked as indices of spans, which the JIT leaves out where a loop shows that they are inside. The first span is there
            // for that alone: nothing of it is read. No product wraps: the row is less than the height, and all elements at most int.MaxValue.
            ref T first = ref MemoryMarshal.GetReference(_elements.AsSpan());
            _ = Unsafe.IsNullRef(ref MemoryMarshal.CreateSpan(ref first, THeight.Value)[row]);
            return ref MemoryMarshal.CreateSpan(ref Unsafe.Add(ref first, row * TWidth.Value), TWidth.Value)[column];
        }
    }

    /// <summary>A row.</summary>
    /// <param name="row">From 0 to <see cref="Height"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public FixedSpan<T, TWidth> Row(int row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)THeight.Value, nameof(row));
        return new(_elements.AsSpan().Slice(row * TWidth.Value, TWidth.Value));
    }
}
