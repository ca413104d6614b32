using System.Runtime.CompilerServices;
using Ferrite.Const.Internal;

namespace Ferrite.Const;

/// <summary>The greater of two values. Both have to be of the type that is asked for.</summary>
/// <typeparam name="TLeft">The first.</typeparam>
/// <typeparam name="TRight">The second.</typeparam>
public readonly struct Max<TLeft, TRight> : IConstInteger<Max<TLeft, TRight>>
    where TLeft : struct, IConst
    where TRight : struct, IConst
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T As<T>()
    {
        T left = TLeft.As<T>();
        T right = TRight.As<T>();
        return Order.IsLess(left, right) ? right : left;
    }
}
