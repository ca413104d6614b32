using System.Globalization;
using System.Numerics;
using System.Text;
using Ferrite.Const.Generator.Evaluation;
using Ferrite.Const.Generator.Mir;

namespace Ferrite.Const.Generator.Emit;

/// <summary>Values as C# expressions.</summary>
internal static class LiteralWriter
{
    /// <summary>Whether C# has constants of the value: of <c>nint</c> only what 32 bits hold.</summary>
    public static bool IsConst(ScalarLiteral literal)
    {
        if (literal.Type.Name is "nint") return literal.Bits == (int)literal.Bits;
        return literal.Type.Name is not "nuint" || literal.Bits == (uint)literal.Bits;
    }

    public static string Write(Literal literal) => literal switch
    {
        ScalarLiteral scalar => Scalar(scalar),
        ScalarsLiteral or ItemsLiteral when literal.Type.Kind == MirKind.Array => $"new {literal.Type.Name} {{ {Items(literal)} }}",
        FieldsLiteral { Definition.IsValueType: true } fields => Struct(fields),
        FieldsLiteral fields => throw new NotConstantException($"'{fields.Definition.Display}' is a class, and a constant can't be an object"),
        _ => throw new NotConstantException($"'{literal.Type.Display}' can't be held by a constant"),
    };

    public static string Items(Literal literal)
    {
        var text = new StringBuilder();
        if (literal is ScalarsLiteral scalars)
        {
            MirType element = scalars.Type.Element!;
            for (int i = 0; i < scalars.Items.Count; i++) text.Append(i == 0 ? "" : i % 16 == 0 ? ",\n" : ", ").Append(Scalar(element, scalars.Items[i]));
        }
        else if (literal is ItemsLiteral items)
        {
            for (int i = 0; i < items.Items.Count; i++) text.Append(i == 0 ? "" : ", ").Append(Write(items.Items[i]));
        }

        return text.ToString();
    }

    private static string Scalar(ScalarLiteral literal)
    {
        switch (literal.Type.Kind)
        {
            case MirKind.String: return literal.Object is string text ? '"' + Text.Escape(text) + '"' : "null";
            case MirKind.Decimal: return Convert.ToString(literal.Object, CultureInfo.InvariantCulture) + "m";
            case MirKind.I128 or MirKind.U128: return Wide(literal);
            default: return literal.Type.Kind.IsScalar ? Scalar(literal.Type, literal.Bits) : "null";
        }
    }

    private static string Wide(ScalarLiteral literal)
    {
        var value = (BigInteger)literal.Object!;
        if (value.Sign < 0) value += BigInteger.One << 128;
        string high = ((ulong)(value >> 64)).ToString(CultureInfo.InvariantCulture), low = ((ulong)(value & ulong.MaxValue)).ToString(CultureInfo.InvariantCulture);
        return $"new {literal.Type.Name}({high}UL, {low}UL)";
    }

    private static string Scalar(MirType type, long bits)
    {
        string text = type.Kind switch
        {
            MirKind.Bool => bits != 0 ? "true" : "false",
            MirKind.Char => $"'\\u{bits.ToString("x4", CultureInfo.InvariantCulture)}'",
            MirKind.U32 => bits.ToString(CultureInfo.InvariantCulture) + "u",
            MirKind.I64 when bits == long.MinValue => "long.MinValue",
            MirKind.I64 => bits.ToString(CultureInfo.InvariantCulture) + "L",
            MirKind.U64 => ((ulong)bits).ToString(CultureInfo.InvariantCulture) + "UL",
            MirKind.F32 or MirKind.F64 => Float(type.Kind, BitConverter.Int64BitsToDouble(bits)),
            MirKind.I32 when bits == int.MinValue => "int.MinValue",
            _ => bits.ToString(CultureInfo.InvariantCulture),
        };

        // Of an enum or nint, its name makes the type.
        return string.Equals(type.Name, type.Kind.Keyword, StringComparison.Ordinal) ? text : $"unchecked(({type.Name})({text}))";
    }

    private static string Float(MirKind kind, double value)
    {
        string type = kind.Keyword;
        if (double.IsNaN(value)) return type + ".NaN";
        if (double.IsInfinity(value)) return type + (value > 0 ? ".PositiveInfinity" : ".NegativeInfinity");
        if (value == 0 && BitConverter.DoubleToInt64Bits(value) != 0) return kind == MirKind.F32 ? "-0f" : "-0d";
        return kind == MirKind.F32 ? ((float)value).ToString("G9", CultureInfo.InvariantCulture) + "f" : value.ToString("G17", CultureInfo.InvariantCulture) + "d";
    }

    private static string Struct(FieldsLiteral literal)
    {
        if (literal.Definition.Shape is not { } shape) throw new NotConstantException($"'{literal.Definition.Display}' can't be held by a constant");
        if (literal.Definition.Name.EndsWith("?", StringComparison.Ordinal)) return literal.Fields[0] is ScalarLiteral { Bits: 0 } ? "null" : Write(literal.Fields[1]);
        if (shape.IsTuple) return $"({string.Join(", ", literal.Fields.Select(Write))})";
        if (shape.Unreachable is { } field) throw new NotConstantException($"generated code can't set the field '{field}' of '{literal.Definition.Display}'");
        string arguments = string.Join(", ", shape.Arguments.Select(number => Write(literal.Fields[number])));
        string members = string.Join(", ", shape.Members.Select(number => $"{literal.Definition.Fields[number].Name} = {Write(literal.Fields[number])}"));
        string created = $"new {literal.Definition.Name}({arguments})";
        return members.Length > 0 ? created + $" {{ {members} }}" : created;
    }
}
