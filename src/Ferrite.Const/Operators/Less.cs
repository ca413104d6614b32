using System.Runtime.CompilerServices;
using Ferrite.Const.Internal;

namespace Ferrite.Const;

/// <summary>Whether one value is less than another, as numbers: of no type, and from −<see cref="ulong.MaxValue"/> to <see cref="ulong.MaxValue"/>.</summary>
/// <typeparam name="TLeft">The one.</typeparam>
/// <typeparam name="TRight">The other.</typeparam>
public readonly struct Less<TLeft, TRight> : IConstBoolean<Less<TLeft, TRight>>
    where TLeft : struct, IConst
    where TRight : struct, IConst
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T As<T>() => Truth.To<T>(Whole.IsLess(TLeft.As<Whole>(), TRight.As<Whole>()));
}
