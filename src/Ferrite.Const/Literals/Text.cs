using System.Text;
using Ferrite.Const.Internal;

namespace Ferrite.Const;

/// <summary>A text as a list of UTF-16 units, so that the same text is the same type in every assembly. Written by <see cref="ConstLiteralAttribute"/>.</summary>
/// <typeparam name="TUnit">The number of the first unit.</typeparam>
/// <typeparam name="TRest">The text behind it: a text again, or <see cref="EmptyText"/>.</typeparam>
public readonly struct Text<TUnit, TRest> : IConst<string>, IConstText
    where TUnit : struct, IConst
    where TRest : struct, IConstText
{
    private static readonly string Joined = Join();

    static string IConst<string>.Value => Joined;

    /// <summary>One string, made at first use.</summary>
    public static T As<T>() => typeof(T) == typeof(string) ? (T)(object)Joined : throw new NotSupportedException($"A text is no {typeof(T)}.");

    static void IConstText.AppendTo(StringBuilder builder)
    {
        builder.Append((char)TUnit.As<ushort>());
        TRest.AppendTo(builder);
    }

    private static string Join()
    {
        var builder = new StringBuilder();
        builder.Append((char)TUnit.As<ushort>());
        TRest.AppendTo(builder);
        return builder.ToString();
    }
}
