using System.Runtime.CompilerServices;

namespace Ferrite.Const.Internal;

internal static class EnumNumber
{
    /// <summary>Checked against the underlying type. Ifs of what the JIT knows leave one branch; a switch leaves more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TEnum ToEnum<TEnum, TNumber>()
        where TEnum : unmanaged, Enum
        where TNumber : struct, IConst =>
        typeof(TEnum).GetEnumUnderlyingType() == typeof(int) ? Unsafe.BitCast<int, TEnum>(TNumber.As<int>())
        : typeof(TEnum).GetEnumUnderlyingType() == typeof(uint) ? Unsafe.BitCast<uint, TEnum>(TNumber.As<uint>())
        : typeof(TEnum).GetEnumUnderlyingType() == typeof(byte) ? Unsafe.BitCast<byte, TEnum>(TNumber.As<byte>())
        : typeof(TEnum).GetEnumUnderlyingType() == typeof(sbyte) ? Unsafe.BitCast<sbyte, TEnum>(TNumber.As<sbyte>())
        : typeof(TEnum).GetEnumUnderlyingType() == typeof(short) ? Unsafe.BitCast<short, TEnum>(TNumber.As<short>())
        : typeof(TEnum).GetEnumUnderlyingType() == typeof(ushort) ? Unsafe.BitCast<ushort, TEnum>(TNumber.As<ushort>())
        : typeof(TEnum).GetEnumUnderlyingType() == typeof(long) ? Unsafe.BitCast<long, TEnum>(TNumber.As<long>())
        : Unsafe.BitCast<ulong, TEnum>(TNumber.As<ulong>());
}
