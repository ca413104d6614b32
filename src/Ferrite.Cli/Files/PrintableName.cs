using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Ferrite.Cli.Files;

/// <summary>
/// A name on one line, whatever bytes it has: those that are no UTF-8, and characters that would move the cursor, end the line or turn the
/// text around, are written as escapes, and a backslash in such a name is doubled.
/// </summary>
internal static class PrintableName
{
    private static readonly SearchValues<byte> PlainAscii =
        SearchValues.Create([.. Enumerable.Range(0x20, 0x7F - 0x20).Select(static c => (byte)c)]);

    internal static string Of(ReadOnlySpan<byte> name) =>
        !name.ContainsAnyExcept(PlainAscii) || IsPlain(name) ? Encoding.UTF8.GetString(name) : Escape(name);

    private static bool IsPlain(ReadOnlySpan<byte> name)
    {
        if (!Utf8.IsValid(name))
        {
            return false;
        }

        while (!name.IsEmpty)
        {
            Rune.DecodeFromUtf8(name, out Rune rune, out int length);
            if (IsUnprintable(rune))
            {
                return false;
            }

            name = name[length..];
        }

        return true;
    }

    private static string Escape(ReadOnlySpan<byte> name)
    {
        var text = new StringBuilder();
        while (!name.IsEmpty)
        {
            bool valid = Rune.DecodeFromUtf8(name, out Rune rune, out int length) == OperationStatus.Done;
            if (valid && !IsUnprintable(rune))
            {
                text.Append(rune.Value == '\\' ? @"\\" : rune.ToString());
            }
            else
            {
                foreach (byte b in name[..length])
                {
                    text.Append(b switch
                    {
                        (byte)'\n' => @"\n",
                        (byte)'\r' => @"\r",
                        (byte)'\t' => @"\t",
                        _ => string.Create(CultureInfo.InvariantCulture, $@"\x{b:x2}"),
                    });
                }
            }

            name = name[length..];
        }

        return text.ToString();
    }

    private static bool IsUnprintable(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
