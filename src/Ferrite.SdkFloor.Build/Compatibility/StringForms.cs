namespace Ferrite.SdkFloor;

/// <summary>Forms of string's methods that netstandard2.0 lacks: the tool's sources compile for it as they are.</summary>
internal static class StringForms
{
    private const StringSplitOptions Trim = (StringSplitOptions)2;

    extension(StringSplitOptions)
    {
        internal static StringSplitOptions TrimEntries => Trim;
    }

    internal static string[] Split(this string text, char separator, StringSplitOptions options)
    {
        IEnumerable<string> parts = text.Split([separator]);
        parts = options.HasFlag(Trim) ? parts.Select(static part => part.Trim()) : parts;
        return [.. options.HasFlag(StringSplitOptions.RemoveEmptyEntries) ? parts.Where(static part => part.Length > 0) : parts];
    }

    internal static int IndexOf(this string text, char value, StringComparison comparison) => text.IndexOf(value.ToString(), comparison);

    internal static bool Contains(this string text, char value, StringComparison comparison) => text.IndexOf(value.ToString(), comparison) >= 0;

    internal static bool Contains(this string text, string value, StringComparison comparison) => text.IndexOf(value, comparison) >= 0;

    /// <summary>A string where others have a span: what reads it takes both.</summary>
    internal static string AsSpan(this string text, int start) => text.Substring(start);

    internal static string AsSpan(this string text, int start, int length) => text.Substring(start, length);
}
