using System.Runtime.CompilerServices;
using Ferrite.Const.Internal;

namespace Ferrite.Const;

/// <summary>
/// A digit behind a number: 15 is <c>Dec&lt;D1, D5&gt;</c>, written <c>_15</c>. Made of digits, the same number is the same type in every
/// assembly. Up to <see cref="ulong.MaxValue"/>.
/// </summary>
/// <typeparam name="THigh">The number in front: a digit other than <see cref="D0"/>, or such a number again.</typeparam>
/// <typeparam name="TDigit">The last digit, <see cref="D0"/> to <see cref="D9"/>.</typeparam>
public readonly struct Dec<THigh, TDigit> : IConstInteger<Dec<THigh, TDigit>>
    where THigh : struct, IConst
    where TDigit : struct, IConst
{
    // Written out, though As would do: the JIT inlines calls 20 deep, and the longest numbers have 20 digits.
    static ulong IConst<ulong>.Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => checked((THigh.As<ulong>() * 10) + TDigit.As<ulong>());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T As<T>() => typeof(T) == typeof(ulong)
        ? (T)(object)checked((THigh.As<ulong>() * 10) + TDigit.As<ulong>())
        : Whole.To<T>(checked((THigh.As<ulong>() * 10) + TDigit.As<ulong>()));
}
