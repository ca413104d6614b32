using System.Globalization;
using System.Text;

namespace Ferrite.Const;

/// <summary>Const types as a person would write them.</summary>
public static class ConstName
{
    /// <summary>Numbers as literals (<c>_15</c>), expressions with their operators' names (<c>Sum&lt;_15, _1&gt;</c>).</summary>
    /// <param name="type">Any type.</param>
    /// <exception cref="ArgumentNullException"><paramref name="type"/> is null.</exception>
    public static string Of(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        var digits = new StringBuilder();
        return TryGetDigits(type, digits) ? $"_{digits}" : Describe(type);
    }

    private static bool TryGetDigits(Type type, StringBuilder digits)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Dec<,>))
        {
            Type[] parts = type.GetGenericArguments();
            return TryGetDigits(parts[0], digits) && TryGetDigits(parts[1], digits);
        }

        bool isDigit = type.Assembly == typeof(D0).Assembly && type.Name is ['D', >= '0' and <= '9'];
        digits.Append(isDigit ? type.Name[1..] : "");
        return isDigit;
    }

    private static string Describe(Type type)
    {
        if (!type.IsGenericType)
        {
            return type.Name;
        }

        string arguments = string.Join(", ", type.GetGenericArguments().Select(Of));
        int tick = type.Name.LastIndexOf('`');
        return string.Create(CultureInfo.InvariantCulture, $"{type.Name.AsSpan(0, tick < 0 ? type.Name.Length : tick)}<{arguments}>");
    }
}
