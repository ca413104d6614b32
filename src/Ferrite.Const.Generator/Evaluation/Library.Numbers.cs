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
            foreach (string type in (string[])["System.Math", Owner(kind)])
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

    private static void AddFloats(Dictionary<string, ScalarFunction> functions)
    {
        Add("Sqrt", Math.Sqrt);
        Add("Floor", Math.Floor);
        Add("Ceiling", Math.Ceiling);
        Add("Truncate", Math.Truncate);
        Add("Round", Math.Round);
        Add("Abs", Math.Abs);
        functions["System.Math.Abs(F32)"] = static (a, _, _) => Bits(Math.Abs(Double(a)));
        functions["System.Math.Sign(F64)"] = static (a, _, _) => Math.Sign(double.IsNaN(Double(a)) ? throw Argument("Math.Sign of NaN") : Double(a));
        foreach (MirKind kind in (MirKind[])[MirKind.F32, MirKind.F64])
        {
            functions[$"System.Math.Min({kind},{kind})"] = static (a, b, _) => Bits(Math.Min(Double(a), Double(b)));
            functions[$"System.Math.Max({kind},{kind})"] = static (a, b, _) => Bits(Math.Max(Double(a), Double(b)));
            functions[$"{Owner(kind)}.IsNaN({kind})"] = static (a, _, _) => Bool(double.IsNaN(Double(a)));
            functions[$"{Owner(kind)}.IsInfinity({kind})"] = static (a, _, _) => Bool(double.IsInfinity(Double(a)));
        }

        functions["System.BitConverter.DoubleToInt64Bits(F64)"] = static (a, _, _) => a;
        functions["System.BitConverter.DoubleToUInt64Bits(F64)"] = static (a, _, _) => a;
        functions["System.BitConverter.Int64BitsToDouble(I64)"] = static (a, _, _) => a;
        functions["System.BitConverter.UInt64BitsToDouble(U64)"] = static (a, _, _) => a;

        void Add(string name, Func<double, double> function) => functions[$"System.Math.{name}(F64)"] = (a, _, _) => Bits(function(Double(a)));
    }

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

    private static T Clamp<T>(T value, T low, T high)
        where T : IComparable<T>
    {
        if (low.CompareTo(high) > 0) throw Argument($"Clamp between {low} and {high}");
        return value.CompareTo(low) < 0 ? low : value.CompareTo(high) > 0 ? high : value;
    }
}
