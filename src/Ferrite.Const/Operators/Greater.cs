using System.Runtime.CompilerServices;
using Ferrite.Const.Internal;

namespace Ferrite.Const;

/// <summary>Whether one value is greater than another, as numbers: of no type, and from −<see cref="ulong.MaxValue"/> to <see cref="ulong.MaxValue"/>.</summary>
/// <typeparam name="TLeft">The one.</typeparam>
/// <typeparam name="TRight">The other.</typeparam>
public readonly struct Greater<TLeft, TRight> : IConstBoolean<Greater<TLeft, TRight>>
    where TLeft : struct, IConst
    where TRight : struct, IConst
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T As<T>() => Truth.To<T>(Whole.IsLess(TRight.As<Whole>(), TLeft.As<Whole>()));
}
