using System.Runtime.CompilerServices;

namespace Ferrite.Const;

/// <summary>The least multiple of an alignment that is not less than a value. Neither may be negative.</summary>
/// <typeparam name="TValue">The value.</typeparam>
/// <typeparam name="TAlignment">The alignment: any positive number.</typeparam>
public readonly struct AlignUp<TValue, TAlignment> : IConstInteger<AlignUp<TValue, TAlignment>>
    where TValue : struct, IConst
    where TAlignment : struct, IConst
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T As<T>() => LessOrEqual<TAlignment, D0>.As<bool>() || Less<TValue, D0>.As<bool>()
        ? throw new OverflowException("Neither the value nor the alignment may be negative, nor the alignment 0.")
        : Equal<Remainder<TValue, TAlignment>, D0>.As<bool>()
            ? TValue.As<T>()
            : Sum<TValue, Difference<TAlignment, Remainder<TValue, TAlignment>>>.As<T>();
}
