using System.Globalization;
using System.Text;

namespace Ferrite.Const.Generator.Literals;

/// <summary>The canonical type of a value, in full.</summary>
internal static class ConstTypeName
{
    private const string Space = "global::Ferrite.Const.";

    /// <summary>Of a number as people write it: digits, with a sign where it is negative.</summary>
    internal static string OfNumber(string digits)
    {
        if (digits[0] == '-')
        {
            return $"{Space}Neg<{OfNumber(digits.Substring(1))}>";
        }

        string type = $"{Space}D{digits[0]}";
        for (int i = 1; i < digits.Length; i++)
        {
            type = $"{Space}Dec<{type}, {Space}D{digits[i]}>";
        }

        return type;
    }

    internal static string OfCharacter(char value) => $"{Space}Character<{OfUnit(value)}>";

    internal static string OfText(string value)
    {
        var type = new StringBuilder();
        foreach (char unit in value)
        {
            type.Append(Space).Append("Text<").Append(OfUnit(unit)).Append(", ");
        }

        return type.Append(Space).Append("EmptyText").Append('>', value.Length).ToString();
    }

    /// <param name="type">The enum, in full.</param>
    /// <param name="digits">The number of the value.</param>
    internal static string OfEnum(string type, string digits) => $"{Space}Enum<{type}, {OfNumber(digits)}>";

    internal static string OfCondition(bool value) => Space + (value ? "True" : "False");

    private static string OfUnit(char value) => OfNumber(((int)value).ToString(CultureInfo.InvariantCulture));
}
