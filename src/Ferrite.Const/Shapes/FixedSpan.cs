using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ferrite.Const;

/// <summary>
/// A span whose length is in its type: a reference, and no more. What is done with it needs no length at run time, and an index that is a
/// constant no check.
/// </summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <typeparam name="TLength">Their number: not negative.</typeparam>
public readonly ref partial struct FixedSpan<T, TLength>
    where TLength : struct, IConst<int>
{
    private readonly ref T _first;

    /// <summary>Over a span of exactly that length.</summary>
    /// <param name="span">The elements; not copied.</param>
    /// <exception cref="ArgumentException">The span is of another length.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public FixedSpan(Span<T> span)
    {
        if (span.Length != TLength.Value)
        {
            ThrowLength(span);
        }

        // Checked here too, which costs a test once: the JIT then knows it in every loop that follows.
        _first = ref MemoryMarshal.GetReference(span);
        CheckSet();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal FixedSpan(ref T first) => _first = ref first;

    /// <summary>The number of elements.</summary>
    [SuppressMessage("Performance", "CA1822", Justification = "Read like that of any span.")]
    public int Length
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TLength.Value;
    }

    /// <summary>An element, by reference.</summary>
    /// <param name="index">From 0 to <see cref="Length"/> − 1.</param>
    /// <exception cref="IndexOutOfRangeException">It is not.</exception>
    /// <exception cref="InvalidOperationException">This is the default value, which is over nothing.</exception>
    public ref T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref AsSpan()[index];
    }

    /// <summary>As a span; its length is a constant for the JIT.</summary>
    /// <exception cref="InvalidOperationException">This is the default value, which is over nothing.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<T> AsSpan()
    {
        CheckSet();
        return MemoryMarshal.CreateSpan(ref _first, TLength.Value);
    }

    /// <summary>Enumerates by reference.</summary>
    /// <exception cref="InvalidOperationException">This is the default value, which is over nothing.</exception>
    public Span<T>.Enumerator GetEnumerator() => AsSpan().GetEnumerator();

    /// <summary>An empty span may be over nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void CheckSet()
    {
        if (TLength.Value != 0 && Unsafe.IsNullRef(ref _first))
        {
            ThrowUnset();
        }
    }

    private static void ThrowUnset() => throw new InvalidOperationException("The default value is over no elements.");

    private static void ThrowLength(Span<T> span) =>
        throw new ArgumentException($"{span.Length} elements are not {ConstName.Of(typeof(TLength))} elements.", nameof(span));
}
