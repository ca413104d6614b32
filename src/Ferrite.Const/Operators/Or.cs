using System.Runtime.CompilerServices;
using Ferrite.Const.Internal;

namespace Ferrite.Const;

/// <summary>Whether one of two holds. The second is not looked at where the first does.</summary>
/// <typeparam name="TLeft">The first.</typeparam>
/// <typeparam name="TRight">The second.</typeparam>
public readonly struct Or<TLeft, TRight> : IConstBoolean<Or<TLeft, TRight>>
    where TLeft : struct, IConst<bool>
    where TRight : struct, IConst<bool>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T As<T>() => Truth.To<T>(TLeft.As<bool>() || TRight.As<bool>());
}
