using System.Runtime.CompilerServices;
using Ferrite.Const.Internal;

namespace Ferrite.Const;

/// <summary>The negative of a value.</summary>
/// <typeparam name="TNumber">The value.</typeparam>
public readonly struct Neg<TNumber> : IConstInteger<Neg<TNumber>>
    where TNumber : struct, IConst
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T As<T>() => Whole.To<T>(-TNumber.As<Whole>());
}
