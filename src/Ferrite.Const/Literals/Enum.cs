using System.Runtime.CompilerServices;
using Ferrite.Const.Internal;

namespace Ferrite.Const;

/// <summary>A value of an enum.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
/// <typeparam name="TNumber">The value's number, in the range of the enum's underlying type.</typeparam>
public readonly struct Enum<TEnum, TNumber> : IConst<TEnum>
    where TEnum : unmanaged, Enum
    where TNumber : struct, IConst
{
    static TEnum IConst<TEnum>.Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => EnumNumber.ToEnum<TEnum, TNumber>();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T As<T>() => typeof(T) == typeof(TEnum) ? (T)(object)EnumNumber.ToEnum<TEnum, TNumber>() : TNumber.As<T>();
}
