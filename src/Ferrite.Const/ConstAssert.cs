using System.Runtime.CompilerServices;

namespace Ferrite.Const;

/// <summary>
/// Conditions on const parameters. The analyzer reports one that fails at the place that closed it (FER3006); where code gets past it, by
/// reflection for one, it fails when it runs. A condition that holds costs nothing: the JIT leaves no code.
/// </summary>
public static class ConstAssert
{
    /// <summary>Demands a condition.</summary>
    /// <typeparam name="TCondition">The condition.</typeparam>
    /// <exception cref="ConstAssertException">It does not hold.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void That<TCondition>()
        where TCondition : struct, IConst<bool>
    {
        if (!TCondition.As<bool>())
        {
            Fail<TCondition>();
        }
    }

    private static void Fail<TCondition>() => throw new ConstAssertException($"{ConstName.Of(typeof(TCondition))} does not hold.");
}
