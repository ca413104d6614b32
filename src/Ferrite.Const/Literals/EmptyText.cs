using System.Text;
using Ferrite.Const.Internal;

namespace Ferrite.Const;

/// <summary>The text without a unit, and the end of every other.</summary>
public readonly struct EmptyText : IConst<string>, IConstText
{
    static string IConst<string>.Value => "";

    /// <inheritdoc/>
    public static T As<T>() => typeof(T) == typeof(string) ? (T)(object)"" : throw new NotSupportedException($"A text is no {typeof(T)}.");

    static void IConstText.AppendTo(StringBuilder builder)
    {
    }
}
