using System.Text;

namespace Ferrite.Rfcs.Documents;

/// <summary>
/// A document as bytes, with its header. What is not changed stays as it was, to the byte, whatever its line endings and its encoding are.
/// Each change makes a new one.
/// </summary>
internal sealed class RfcDocument
{
    private readonly byte[] _bytes;
    private readonly Line? _title;

    internal RfcDocument(ReadOnlySpan<byte> bytes)
    {
        _bytes = bytes.ToArray();
        HeaderReader reader = new HeaderReader(_bytes).Read();
        (Header, _title, BodyStart) = (reader.Lines, reader.Title, reader.BodyStart);
    }

    internal ReadOnlySpan<byte> Bytes => _bytes;

    internal IReadOnlyList<HeaderLine> Header { get; }

    /// <summary>Of the header, from 1; 1 where there is none.</summary>
    internal int FirstLine => Header.Count > 0 ? Header[0].Line : 1;

    /// <summary>Of the header, from 1; 1 where there is none.</summary>
    internal int LastLine => Header.Count > 0 ? Header[^1].Line : 1;

    /// <summary>Where the text begins, behind the header; in bytes.</summary>
    internal int BodyStart { get; }

    /// <summary>Null where there is none.</summary>
    internal string? Title => _title is { } line ? Encoding.UTF8.GetString(_bytes.AsSpan()[(line.Start + 1)..line.ContentEnd]).Trim() : null;

    /// <summary>The text behind the header. Bytes that are no UTF-8 are replaced.</summary>
    internal string Body => Encoding.UTF8.GetString(_bytes.AsSpan(BodyStart));

    internal HeaderLine? Find(string key) => Header.FirstOrDefault(line => Matches(line, key));

    /// <summary>A field's value; null where it is absent or empty.</summary>
    internal string? Get(string key) => Find(key)?.Value is { Length: > 0 } value ? value : null;

    /// <summary>Sets a field, or empties it; one that is absent gets a line at its place in the order of fields.</summary>
    /// <exception cref="RfcException">The value has line breaks or other control characters.</exception>
    internal RfcDocument With(string key, string value)
    {
        HeaderLine? line = Find(key);
        if (line is null)
        {
            return value.Length == 0 ? this : Add(key, value);
        }

        bool keepsSpace = line.Value.Length > 0 && value.Length > 0;
        int start = keepsSpace ? line.ValueStart : line.Colon;
        string text = keepsSpace || value.Length == 0 ? value : " " + value;
        return line.Value.Equals(value, StringComparison.Ordinal) ? this : Splice(start, line.ValueEnd - start, Checked(text));
    }

    /// <summary>A new line of a field, behind those that it has already.</summary>
    /// <exception cref="RfcException">The value has line breaks or other control characters.</exception>
    internal RfcDocument Add(string key, string value)
    {
        int order = OrderOf(key);
        HeaderLine? before = Header.LastOrDefault(line => OrderOf(line.Key) <= order);
        int at = before?.End ?? (Header.Count > 0 ? Header[0].Start : BodyStart);
        bool isEnded = at == 0 || _bytes[at - 1] is (byte)'\n' or (byte)'\r' || (at <= 3 && _bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble));
        string line = Checked($"- {key}: {value}");
        string ending = EndingBefore(at);
        return Splice(at, 0, isEnded ? line + ending : ending + line);
    }

    /// <exception cref="RfcException">The title has line breaks or other control characters.</exception>
    internal RfcDocument WithTitle(string title) =>
        _title is { } line ? Splice(line.Start + 2, line.ContentEnd - line.Start - 2, Checked(title)) : this;

    /// <summary>As the line before ends, or else the first: a mixture must not make one ending of two.</summary>
    private string EndingBefore(int offset)
    {
        Line line = Line.Enumerate(_bytes, 0).Where(static line => line.End > line.ContentEnd).OrderBy(line => line.End == offset ? 0 : 1).FirstOrDefault();
        return line.Number == 0 ? "\n" : Encoding.ASCII.GetString(_bytes.AsSpan()[line.ContentEnd..line.End]);
    }

    private RfcDocument Splice(int start, int length, string text) =>
        new([.. _bytes.AsSpan(0, start), .. Encoding.UTF8.GetBytes(text), .. _bytes.AsSpan(start + length)]);

    private static bool Matches(HeaderLine line, string key) => line.Key.Equals(key, StringComparison.OrdinalIgnoreCase);

    private static int OrderOf(string key)
    {
        for (int i = 0; i < RfcField.InOrder.Count; i++)
        {
            if (RfcField.InOrder[i].Equals(key, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        // A field of somebody else's counts as the first: what we add stands behind ours.
        return -1;
    }

    private static string Checked(string text) =>
        text.Any(char.IsControl) ? throw new RfcException("A field of a header is one line, without control characters.") : text;
}
