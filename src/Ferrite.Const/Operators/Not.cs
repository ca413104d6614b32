using System.Runtime.CompilerServices;
using Ferrite.Const.Internal;

namespace Ferrite.Const;

/// <summary>Whether a condition does not hold.</summary>
/// <typeparam name="TCondition">The condition.</typeparam>
public readonly struct Not<TCondition> : IConstBoolean<Not<TCondition>>
    where TCondition : struct, IConst<bool>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T As<T>() => Truth.To<T>(!TCondition.As<bool>());
}
