using System.Numerics;
using Ferrite.Const.Generator.Mir;

namespace Ferrite.Const.Generator.Evaluation;

/// <summary>Integers of 128 bits, which netstandard2.0 lacks, as big integers kept in range.</summary>
internal static class Wide
{
    public static (BigInteger Least, BigInteger Most) Range(MirKind kind) => kind.IsUnsigned
        ? (BigInteger.Zero, (BigInteger.One << kind.Bits) - 1)
        : (-(BigInteger.One << (kind.Bits - 1)), (BigInteger.One << (kind.Bits - 1)) - 1);

    /// <summary>Checks or wraps into a kind.</summary>
    /// <exception cref="OverflowException">Out of range, and checked.</exception>
    public static BigInteger Fit(BigInteger value, MirKind kind, bool isChecked)
    {
        (BigInteger least, BigInteger most) = Range(kind);
        if (value >= least && value <= most) return value;
        if (isChecked) throw new OverflowException();
        BigInteger wrapped = value & ((BigInteger.One << kind.Bits) - 1);
        return wrapped > most ? wrapped - (BigInteger.One << kind.Bits) : wrapped;
    }

    /// <exception cref="OverflowException">Out of range, and checked.</exception>
    /// <exception cref="DivideByZeroException">Divided by zero.</exception>
    public static BigInteger Compute(MirBinaryOp op, MirKind kind, bool isChecked, BigInteger a, BigInteger b)
    {
        BigInteger exact = op switch
        {
            MirBinaryOp.Add => a + b,
            MirBinaryOp.Subtract => a - b,
            MirBinaryOp.Multiply => a * b,
            MirBinaryOp.Divide => BigInteger.Divide(a, b),
            MirBinaryOp.Remainder => BigInteger.Remainder(a, b),
            MirBinaryOp.And => a & b,
            MirBinaryOp.Or => a | b,
            MirBinaryOp.Xor => a ^ b,
            _ => throw new InvalidOperationException(op.ToString()),
        };
        return Fit(exact, kind, isChecked || op == MirBinaryOp.Divide);
    }

    public static BigInteger Shift(MirBinaryOp op, MirKind kind, BigInteger a, int count)
    {
        count &= 127;
        if (op == MirBinaryOp.ShiftLeft) return Fit(a << count, kind, isChecked: false);
        if (op == MirBinaryOp.ShiftRightUnsigned && a.Sign < 0) a += BigInteger.One << 128;
        return Fit(a >> count, kind, isChecked: false);
    }

    /// <summary>Rounded to nearest, ties to even: a big integer's own conversion truncates on some runtimes.</summary>
    public static double ToDouble(BigInteger value)
    {
        BigInteger magnitude = BigInteger.Abs(value);
        int bits = 0;
        for (BigInteger rest = magnitude; !rest.IsZero; rest >>= 1) bits++;
        if (bits <= 53) return (double)value;
        int shift = bits - 53;
        BigInteger kept = magnitude >> shift, lost = magnitude - (kept << shift), half = BigInteger.One << (shift - 1);
        if (lost > half || (lost == half && !kept.IsEven)) kept += 1;
        double result = (double)kept * Math.Pow(2, shift);
        return value.Sign < 0 ? -result : result;
    }
}
