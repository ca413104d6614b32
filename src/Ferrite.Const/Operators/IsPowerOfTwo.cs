using System.Numerics;
using System.Runtime.CompilerServices;
using Ferrite.Const.Internal;

namespace Ferrite.Const;

/// <summary>Whether a value is a power of two.</summary>
/// <typeparam name="TValue">The value.</typeparam>
public readonly struct IsPowerOfTwo<TValue> : IConstBoolean<IsPowerOfTwo<TValue>>
    where TValue : struct, IConst
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T As<T>()
    {
        Whole value = TValue.As<Whole>();
        return Truth.To<T>(!value.IsNegative && BitOperations.IsPow2(value.Magnitude));
    }
}
