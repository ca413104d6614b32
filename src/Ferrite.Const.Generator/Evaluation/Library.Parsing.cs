using System.Globalization;
using System.Numerics;
using Ferrite.Const.Generator.Mir;

namespace Ferrite.Const.Generator.Evaluation;

internal static partial class Library
{
    /// <summary>More digits than any number has, and room for zeros before them.</summary>
    private const int LongestNumber = 1000;

    private static void AddParsing(Dictionary<string, ObjectFunction> functions)
    {
        for (MirKind kind = MirKind.Bool; kind <= MirKind.Decimal; kind++)
        {
            MirKind type = kind;
            functions[$"string.Of({kind})"] = functions[$"{Owner(kind)}.ToString()"] = (machine, a) => machine.NewText(Format(type, a[0], null));
            if (type is MirKind.Bool or MirKind.Char) continue;
            functions[$"string.Of({kind},String)"] = functions[$"{Owner(kind)}.ToString(String)"] = (machine, a) => machine.NewText(Formatted(machine, type, a[0], (string?)a[1].Object));
            if (type.IsFloat || type == MirKind.Decimal) continue;
            functions[$"{Owner(kind)}.Parse(String)"] = (_, a) => Parse(type, (string?)a[0].Object);
            functions[$"{Owner(kind)}.TryParse(String,{kind})"] = (_, a) => TryParse(type, (string?)a[0].Object, (RefValue)a[1].Object!);
        }

        functions["string.Of(String)"] = static (_, a) => Value.Of(a[0].Object ?? "");
    }

    /// <summary>A format of a letter and a number may ask for as many digits.</summary>
    private static string Formatted(Machine machine, MirKind kind, Value value, string? format)
    {
        if (format is { Length: > 1 } && long.TryParse(format.Substring(1), NumberStyles.None, CultureInfo.InvariantCulture, out long digits))
        {
            machine.Reserve(2 * digits);
            machine.Work(digits);
        }

        return Format(kind, value, format);
    }

    /// <summary>As it is formatted where culture says nothing.</summary>
    private static string Format(MirKind kind, Value value, string? format)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        return kind switch
        {
            MirKind.Bool => value.Bits != 0 ? "True" : "False",
            MirKind.Char => ((char)value.Bits).ToString(),
            MirKind.I8 => ((sbyte)value.Bits).ToString(format, culture),
            MirKind.U8 => ((byte)value.Bits).ToString(format, culture),
            MirKind.I16 => ((short)value.Bits).ToString(format, culture),
            MirKind.U16 => ((ushort)value.Bits).ToString(format, culture),
            MirKind.I32 => ((int)value.Bits).ToString(format, culture),
            MirKind.U32 => ((uint)value.Bits).ToString(format, culture),
            MirKind.I64 => value.Bits.ToString(format, culture),
            MirKind.U64 => ((ulong)value.Bits).ToString(format, culture),
            MirKind.F32 => ((float)value.Double).ToString(format ?? "R", culture),
            MirKind.F64 => value.Double.ToString(format ?? "R", culture),
            MirKind.Decimal => ((decimal)value.Object!).ToString(format, culture),
            _ => format is null or "" or "D" ? ((BigInteger)value.Object!).ToString(culture) : throw Refused($"the format '{format}' of 128 bits"),
        };
    }

    private static Value TryParse(MirKind kind, string? text, RefValue result)
    {
        Value value = kind.IsWide ? Value.Of(BigInteger.Zero) : default;
        bool isNumber = false;
        if (text is { Length: <= LongestNumber } && BigInteger.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out BigInteger number))
        {
            (BigInteger least, BigInteger most) = Wide.Range(kind);
            isNumber = number >= least && number <= most;
            if (isNumber) value = Parse(kind, text);
        }

        if (result.Ints is { } ints) ints[result.Index] = value.Bits;
        else result.Objects![result.Index] = value.Object;
        return Int(isNumber ? 1 : 0);
    }

    private static Value Parse(MirKind kind, string? text)
    {
        if (text is null) throw Argument("null can't be parsed");
        if (text.Length > LongestNumber) throw new EvaluationException(MirFault.Format, $"a text of {text.Length} characters is no {kind.Keyword}");
        if (!BigInteger.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out BigInteger value))
        {
            throw new EvaluationException(MirFault.Format, $"\"{Evaluation.Text.Escape(text)}\" is no {kind.Keyword}");
        }

        (BigInteger least, BigInteger most) = Wide.Range(kind);
        if (value < least || value > most) throw new EvaluationException(MirFault.Overflow, $"{value} overflows {kind.Keyword}");
        if (kind.IsWide) return Value.Of(value);
        return Int(kind == MirKind.U64 ? unchecked((long)(ulong)value) : (long)value);
    }
}
