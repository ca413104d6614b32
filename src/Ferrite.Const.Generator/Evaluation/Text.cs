using System.Globalization;
using System.Text;
using Ferrite.Const.Generator.Mir;

namespace Ferrite.Const.Generator.Evaluation;

/// <summary>Values as C# writes them, for messages.</summary>
internal static class Text
{
    private const int Longest = 40;

    public static string Show(MirType type, Value value) => type.Kind switch
    {
        MirKind.Bool => value.Bits != 0 ? "true" : "false",
        MirKind.Char => $"'{Escape(((char)value.Bits).ToString())}'",
        MirKind.U32 => ((uint)value.Bits).ToString(CultureInfo.InvariantCulture) + "u",
        MirKind.I64 => value.Bits.ToString(CultureInfo.InvariantCulture) + "L",
        MirKind.U64 => ((ulong)value.Bits).ToString(CultureInfo.InvariantCulture) + "UL",
        MirKind.F32 => ((float)value.Double).ToString("R", CultureInfo.InvariantCulture) + "f",
        MirKind.F64 => value.Double.ToString("R", CultureInfo.InvariantCulture) + "d",
        MirKind.Decimal => Convert.ToString(value.Object, CultureInfo.InvariantCulture) + "m",
        MirKind.I128 or MirKind.U128 => Convert.ToString(value.Object, CultureInfo.InvariantCulture),
        _ when type.Kind.IsScalar => value.Bits.ToString(CultureInfo.InvariantCulture),
        _ => Show(value.Object, type),
    };

    /// <summary>The inside of a string literal.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (c is '\\' or '"' or '\'') escaped.Append('\\').Append(c);
            else if (c is >= ' ' and < (char)0x7f) escaped.Append(c);
            else escaped.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
        }

        return escaped.ToString();
    }

    private static string Show(object? value, MirType type) => value switch
    {
        null => "null",
        string text => '"' + Escape(text.Length > Longest ? text.Substring(0, Longest) + "..." : text) + '"',
        ArrayValue array => $"{array.Element.Display}[{array.Length}]",
        SpanValue span => $"{span.Element.Display}[{span.Length}]",
        Aggregate aggregate => aggregate.Layout.Definition.Display,
        _ => type.Display,
    };
}
