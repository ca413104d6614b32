using System.Runtime.CompilerServices;

namespace Ferrite.Const;

/// <summary>
/// One of two values. Lazy: the other one may be an expression that overflows, so that
/// <c>If&lt;Greater&lt;X, Y&gt;, Difference&lt;X, Y&gt;, Difference&lt;Y, X&gt;&gt;</c> is right for unsigned values in either order.
/// </summary>
/// <typeparam name="TCondition">Which one.</typeparam>
/// <typeparam name="TThen">The value where the condition holds.</typeparam>
/// <typeparam name="TElse">The value where it does not.</typeparam>
public readonly struct If<TCondition, TThen, TElse> : IConstInteger<If<TCondition, TThen, TElse>>
    where TCondition : struct, IConst<bool>
    where TThen : struct, IConst
    where TElse : struct, IConst
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T As<T>() => TCondition.As<bool>() ? TThen.As<T>() : TElse.As<T>();
}
