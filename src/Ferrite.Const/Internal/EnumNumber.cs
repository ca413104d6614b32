using System.Runtime.CompilerServices;

namespace Ferrite.Const.Internal;

internal static class EnumNumber
{
    /// <summary>Checked against the underlying type, whose kind the size and the sign of the number tell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TEnum ToEnum<TEnum, TNumber>()
        where TEnum : unmanaged, Enum
        where TNumber : struct, IConst =>
        Type.GetTypeCode(typeof(TEnum)) switch
        {
            TypeCode.SByte => Unsafe.BitCast<sbyte, TEnum>(TNumber.As<sbyte>()),
            TypeCode.Byte => Unsafe.BitCast<byte, TEnum>(TNumber.As<byte>()),
            TypeCode.Int16 => Unsafe.BitCast<short, TEnum>(TNumber.As<short>()),
            TypeCode.UInt16 => Unsafe.BitCast<ushort, TEnum>(TNumber.As<ushort>()),
            TypeCode.Int32 => Unsafe.BitCast<int, TEnum>(TNumber.As<int>()),
            TypeCode.UInt32 => Unsafe.BitCast<uint, TEnum>(TNumber.As<uint>()),
            TypeCode.Int64 => Unsafe.BitCast<long, TEnum>(TNumber.As<long>()),
            _ => Unsafe.BitCast<ulong, TEnum>(TNumber.As<ulong>()),
        };
}
