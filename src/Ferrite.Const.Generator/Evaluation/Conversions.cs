using System.Numerics;
using Ferrite.Const.Generator.Mir;

namespace Ferrite.Const.Generator.Evaluation;

/// <summary>Conversions between numbers. Unchecked ones from floating point saturate, as .NET does since version 9.</summary>
internal static class Conversions
{
    /// <summary>Whether an integer in 64 bits is one of a kind's values.</summary>
    public static bool Fits(long value, MirKind kind, bool fromU64)
    {
        if (fromU64 && value < 0) return kind == MirKind.U64;
        return kind switch
        {
            MirKind.I8 => (sbyte)value == value,
            MirKind.U8 => (byte)value == value,
            MirKind.I16 => (short)value == value,
            MirKind.U16 or MirKind.Char => (ushort)value == value,
            MirKind.I32 => (int)value == value,
            MirKind.U32 => (uint)value == value,
            MirKind.U64 => fromU64 || value >= 0,
            _ => true,
        };
    }

    public static double ToFloat(long bits, bool unsigned, bool single)
    {
        if (single) return unsigned ? (float)(ulong)bits : (float)bits;
        return unsigned ? (ulong)bits : bits;
    }

    /// <summary>Converts where a float, a decimal or 128 bits take part.</summary>
    /// <exception cref="OverflowException">The value doesn't fit.</exception>
    public static Value Convert(MirKind from, MirKind to, bool isChecked, Value value)
    {
        if (from == MirKind.Decimal) return FromDecimal((decimal)value.Object!, to, isChecked);
        if (from.IsWide) return FromWide((BigInteger)value.Object!, to, isChecked);
        if (from.IsFloat) return FromFloat(value.Double, from, to, isChecked);
        var integer = from == MirKind.U64 ? new BigInteger((ulong)value.Bits) : new BigInteger(value.Bits);
        return to == MirKind.Decimal ? Value.Of((decimal)integer) : Value.Of(Wide.Fit(integer, to, isChecked));
    }

    private static Value FromDecimal(decimal value, MirKind to, bool isChecked)
    {
        if (to == MirKind.Decimal) return Value.Of(value);
        if (to == MirKind.F64) return Value.Of((double)value);
        if (to == MirKind.F32) return Value.Of((float)value);
        var integer = new BigInteger(decimal.Truncate(value));

        // Decimals check conversions to 64 bits and less whatever the context.
        return FromInteger(integer, to, isChecked || !to.IsWide);
    }

    private static Value FromWide(BigInteger value, MirKind to, bool isChecked) => to switch
    {
        MirKind.F64 => Value.Of(Wide.ToDouble(value)),
        MirKind.F32 => Value.Of((float)Wide.ToDouble(value)),
        MirKind.Decimal => Value.Of((decimal)value),
        _ => FromInteger(value, to, isChecked),
    };

    private static Value FromFloat(double value, MirKind from, MirKind to, bool isChecked)
    {
        if (to == MirKind.Decimal) return Value.Of(from == MirKind.F32 ? (decimal)(float)value : (decimal)value);
        if (isChecked)
        {
            if (double.IsNaN(value) || double.IsInfinity(value)) throw new OverflowException();
            return FromInteger(new BigInteger(value), to, isChecked: true);
        }

        MirKind saturated = to.Bits < 32 ? MirKind.I32 : to;
        (BigInteger least, BigInteger most) = Wide.Range(saturated);
        BigInteger integer;
        if (double.IsNaN(value)) integer = BigInteger.Zero;
        else if (double.IsInfinity(value)) integer = value > 0 ? most : least;
        else integer = BigInteger.Max(least, BigInteger.Min(most, new BigInteger(value)));
        return FromInteger(integer, to, isChecked: false);
    }

    private static Value FromInteger(BigInteger value, MirKind to, bool isChecked)
    {
        BigInteger fitted = Wide.Fit(value, to, isChecked);
        if (to.IsWide) return Value.Of(fitted);
        return new Value(to == MirKind.U64 ? unchecked((long)(ulong)fitted) : (long)fitted, null);
    }
}
