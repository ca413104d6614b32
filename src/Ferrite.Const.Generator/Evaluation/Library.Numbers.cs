using System.Numerics;
using Ferrite.Const.Generator.Mir;

namespace Ferrite.Const.Generator.Evaluation;

internal static partial class Library
{
    private static void AddMath(Dictionary<string, ScalarFunction> functions)
    {
        foreach (MirKind kind in (MirKind[])[MirKind.I8, MirKind.U8, MirKind.I16, MirKind.U16, MirKind.I32, MirKind.U32, MirKind.I64, MirKind.U64])
        {
            bool unsigned = kind == MirKind.U64;
            ScalarFunction min = unsigned ? static (a, b, _) => (long)Math.Min((ulong)a, (ulong)b) : static (a, b, _) => Math.Min(a, b);
            ScalarFunction max = unsigned ? static (a, b, _) => (long)Math.Max((ulong)a, (ulong)b) : static (a, b, _) => Math.Max(a, b);
            ScalarFunction clamp = unsigned ? static (v, low, high) => (long)Clamp((ulong)v, (ulong)low, (ulong)high) : static (v, low, high) => Clamp(v, low, high);
            foreach (string type in (string[])["System.Math", Owner(kind), Native(kind)])
            {
                functions[$"{type}.Min({kind},{kind})"] = min;
                functions[$"{type}.Max({kind},{kind})"] = max;
                functions[$"{type}.Clamp({kind},{kind},{kind})"] = clamp;
                if (kind.IsUnsigned) continue;
                long least = -1L << (kind.Bits - 1);
                functions[$"{type}.Abs({kind})"] = (a, _, _) =>
                    a != least ? Math.Abs(a) : throw new EvaluationException(MirFault.Overflow, $"Math.Abs({a}) overflows {kind.Keyword}");
                functions[$"{type}.Sign({kind})"] = static (a, _, _) => Math.Sign(a);
            }
        }
    }

    /// <summary><c>CompareTo</c> and <c>Equals</c>. That of the shorter integers is their difference.</summary>
    private static void AddComparing(Dictionary<string, ScalarFunction> functions)
    {
        for (MirKind kind = MirKind.Bool; kind <= MirKind.F64; kind++)
        {
            ScalarFunction compare = kind is MirKind.Char or MirKind.I8 or MirKind.U8 or MirKind.I16 or MirKind.U16 ? static (a, b, _) => a - b
                : kind == MirKind.U64 ? static (a, b, _) => ((ulong)a).CompareTo((ulong)b)
                : kind.IsFloat ? static (a, b, _) => Double(a).CompareTo(Double(b))
                : static (a, b, _) => a.CompareTo(b);
            foreach (string type in (string[])[Owner(kind), Native(kind)])
            {
                functions[$"{type}.CompareTo({kind})"] = compare;
                functions[$"{type}.Equals({kind})"] = kind.IsFloat ? static (a, b, _) => Bool(Double(a).Equals(Double(b))) : static (a, b, _) => Bool(a == b);
            }
        }
    }

    private static void AddFloats(Dictionary<string, ScalarFunction> functions)
    {
        foreach (MirKind kind in (MirKind[])[MirKind.F32, MirKind.F64])
        {
            foreach (string type in (string[])["System.Math", Owner(kind), kind == MirKind.F32 ? "System.MathF" : "System.Math"])
            {
                functions[$"{type}.Sqrt({kind})"] = Of(kind, Math.Sqrt);
                functions[$"{type}.Floor({kind})"] = Of(kind, Math.Floor);
                functions[$"{type}.Ceiling({kind})"] = Of(kind, Math.Ceiling);
                functions[$"{type}.Truncate({kind})"] = Of(kind, Math.Truncate);
                functions[$"{type}.Round({kind})"] = Of(kind, Math.Round);
                functions[$"{type}.Abs({kind})"] = Of(kind, Math.Abs);
                functions[$"{type}.Sign({kind})"] = static (a, _, _) => double.IsNaN(Double(a)) ? throw new EvaluationException(MirFault.Thrown, "NaN has no sign") : Math.Sign(Double(a));
                functions[$"{type}.Min({kind},{kind})"] = static (a, b, _) => Bits(Math.Min(Double(a), Double(b)));
                functions[$"{type}.Max({kind},{kind})"] = static (a, b, _) => Bits(Math.Max(Double(a), Double(b)));
                functions[$"{type}.Clamp({kind},{kind},{kind})"] = static (v, low, high) => Double(low) > Double(high)
                    ? throw Argument($"Clamp between {Double(low)} and {Double(high)}")
                    : Double(v) < Double(low) ? low : Double(v) > Double(high) ? high : v;
            }

            functions[$"{Owner(kind)}.IsNaN({kind})"] = static (a, _, _) => Bool(double.IsNaN(Double(a)));
            functions[$"{Owner(kind)}.IsInfinity({kind})"] = static (a, _, _) => Bool(double.IsInfinity(Double(a)));
        }

        functions["System.BitConverter.SingleToInt32Bits(F32)"] = static (a, _, _) => BitConverter.ToInt32(BitConverter.GetBytes((float)Double(a)), 0);
        functions["System.BitConverter.SingleToUInt32Bits(F32)"] = static (a, _, _) => BitConverter.ToUInt32(BitConverter.GetBytes((float)Double(a)), 0);
        functions["System.BitConverter.Int32BitsToSingle(I32)"] = static (a, _, _) => Bits(BitConverter.ToSingle(BitConverter.GetBytes((int)a), 0));
        functions["System.BitConverter.UInt32BitsToSingle(U32)"] = static (a, _, _) => Bits(BitConverter.ToSingle(BitConverter.GetBytes((uint)a), 0));
        functions["System.BitConverter.DoubleToInt64Bits(F64)"] = static (a, _, _) => a;
        functions["System.BitConverter.DoubleToUInt64Bits(F64)"] = static (a, _, _) => a;
        functions["System.BitConverter.Int64BitsToDouble(I64)"] = static (a, _, _) => a;
        functions["System.BitConverter.UInt64BitsToDouble(U64)"] = static (a, _, _) => a;
    }

    /// <summary>What a double's root is rounded to is a float's.</summary>
    private static ScalarFunction Of(MirKind kind, Func<double, double> function) =>
        kind == MirKind.F32 ? (a, _, _) => Bits((float)function(Double(a))) : (a, _, _) => Bits(function(Double(a)));

    private static void AddDecimals(Dictionary<string, ObjectFunction> functions)
    {
        foreach (string type in (string[])["System.Math", "System.Decimal"])
        {
            functions[$"{type}.Min(Decimal,Decimal)"] = static (_, a) => Value.Of(Math.Min(Decimal(a[0]), Decimal(a[1])));
            functions[$"{type}.Max(Decimal,Decimal)"] = static (_, a) => Value.Of(Math.Max(Decimal(a[0]), Decimal(a[1])));
            functions[$"{type}.Clamp(Decimal,Decimal,Decimal)"] = static (_, a) => Value.Of(Clamp(Decimal(a[0]), Decimal(a[1]), Decimal(a[2])));
            functions["System.Decimal.CompareTo(Decimal)"] = static (_, a) => Int(Decimal(a[0]).CompareTo(Decimal(a[1])));
            functions["System.Decimal.Equals(Decimal)"] = static (_, a) => Int(Decimal(a[0]) == Decimal(a[1]) ? 1 : 0);
            functions[$"{type}.Abs(Decimal)"] = static (_, a) => Value.Of(Math.Abs(Decimal(a[0])));
            functions[$"{type}.Sign(Decimal)"] = static (_, a) => Int(Math.Sign(Decimal(a[0])));
            functions[$"{type}.Round(Decimal)"] = static (_, a) => Value.Of(Math.Round(Decimal(a[0])));
            functions[$"{type}.Floor(Decimal)"] = static (_, a) => Value.Of(Math.Floor(Decimal(a[0])));
            functions[$"{type}.Ceiling(Decimal)"] = static (_, a) => Value.Of(Math.Ceiling(Decimal(a[0])));
            functions[$"{type}.Truncate(Decimal)"] = static (_, a) => Value.Of(Math.Truncate(Decimal(a[0])));
        }
    }

    private static decimal Decimal(Value value) => (decimal)value.Object!;

    private static void AddWide(Dictionary<string, ObjectFunction> functions)
    {
        functions["System.Int128..ctor(U64,U64)"] = static (_, a) => Value.Of(Wide.Fit(Join(a), MirKind.I128, isChecked: false));
        functions["System.UInt128..ctor(U64,U64)"] = static (_, a) => Value.Of(Join(a));
        foreach (MirKind kind in (MirKind[])[MirKind.I128, MirKind.U128])
        {
            functions[$"{Owner(kind)}.Min({kind},{kind})"] = static (_, a) => Value.Of(BigInteger.Min(Big(a[0]), Big(a[1])));
            functions[$"{Owner(kind)}.Max({kind},{kind})"] = static (_, a) => Value.Of(BigInteger.Max(Big(a[0]), Big(a[1])));
            functions[$"{Owner(kind)}.Clamp({kind},{kind},{kind})"] = static (_, a) => Value.Of(Clamp(Big(a[0]), Big(a[1]), Big(a[2])));
            functions[$"{Owner(kind)}.CompareTo({kind})"] = static (_, a) => Int(Big(a[0]).CompareTo(Big(a[1])));
            functions[$"{Owner(kind)}.Equals({kind})"] = static (_, a) => Int(Big(a[0]) == Big(a[1]) ? 1 : 0);
            functions[$"{Owner(kind)}.Sign({kind})"] = static (_, a) => Int(Big(a[0]).Sign);
        }

        functions["System.Int128.Abs(I128)"] = static (_, a) => Value.Of(Wide.Fit(BigInteger.Abs(Big(a[0])), MirKind.I128, isChecked: true));
    }

    private static BigInteger Big(Value value) => (BigInteger)value.Object!;

    private static BigInteger Join(Value[] halves) => ((BigInteger)(ulong)halves[0].Bits << 64) | (ulong)halves[1].Bits;

    /// <summary>The type whose static methods are those of a kind.</summary>
    private static string Owner(MirKind kind) => kind switch
    {
        MirKind.Bool => "System.Boolean",
        MirKind.Char => "System.Char",
        MirKind.I8 => "System.SByte",
        MirKind.U8 => "System.Byte",
        MirKind.I16 => "System.Int16",
        MirKind.U16 => "System.UInt16",
        MirKind.I32 => "System.Int32",
        MirKind.U32 => "System.UInt32",
        MirKind.I64 => "System.Int64",
        MirKind.U64 => "System.UInt64",
        MirKind.F32 => "System.Single",
        MirKind.F64 => "System.Double",
        MirKind.I128 => "System.Int128",
        MirKind.U128 => "System.UInt128",
        _ => "System.Decimal",
    };

    /// <summary><c>nint</c> and <c>nuint</c> are 64 bits.</summary>
    private static string Native(MirKind kind) => kind switch { MirKind.I64 => "System.IntPtr", MirKind.U64 => "System.UIntPtr", _ => Owner(kind) };

    private static T Clamp<T>(T value, T low, T high)
        where T : IComparable<T>
    {
        if (low.CompareTo(high) > 0) throw Argument($"Clamp between {low} and {high}");
        return value.CompareTo(low) < 0 ? low : value.CompareTo(high) > 0 ? high : value;
    }
}
