using System.Numerics;
using Ferrite.Const.Generator.Mir;

namespace Ferrite.Const.Generator.Lowering;

/// <summary>The compiler's constants as MIR's.</summary>
internal static class Constants
{
    public static long Bits(object value) => value switch
    {
        bool known => known ? 1 : 0,
        char known => known,
        sbyte known => known,
        byte known => known,
        short known => known,
        ushort known => known,
        int known => known,
        uint known => known,
        long known => known,
        ulong known => unchecked((long)known),
        float known => BitConverter.DoubleToInt64Bits(known),
        double known => BitConverter.DoubleToInt64Bits(known),
        _ => 0,
    };

    /// <summary>The sign and the digits after the point, which a comparison of decimals leaves out.</summary>
    public static int Scale(decimal value) => decimal.GetBits(value)[3];

    public static MirConstant Of(MirType type, object? value)
    {
        if (type.Kind.IsScalar) return new MirConstant(type.Kind, value is null ? 0 : Bits(value), null);
        object? held = type.Kind.IsWide && value is not null ? new BigInteger(Bits(value)) : value;
        return new MirConstant(type.Kind, held is decimal number ? Scale(number) : 0, held is string or decimal or BigInteger ? held : null);
    }
}
