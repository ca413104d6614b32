using System.Text;

namespace Ferrite.Rfcs.Documents;

/// <summary>Finds the header of a document: behind a byte order mark, blank lines and a title, the lines "- Key: value" that follow each other.</summary>
internal sealed class HeaderReader(ReadOnlyMemory<byte> bytes)
{
    private const int LongestKey = 40;

    private readonly List<HeaderLine> _lines = [];

    internal IReadOnlyList<HeaderLine> Lines => _lines;

    /// <summary>The line "# Title"; null where there is none.</summary>
    internal Line? Title { get; private set; }

    /// <summary>Where the text begins, behind the header.</summary>
    internal int BodyStart { get; private set; }

    internal HeaderReader Read()
    {
        BodyStart = bytes.Span.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        foreach (Line line in Line.Enumerate(bytes, BodyStart))
        {
            ReadOnlySpan<byte> content = bytes.Span[line.Start..line.ContentEnd];
            if (_lines.Count == 0 && (content.Trim(" \t"u8).IsEmpty || TryReadTitle(line, content)))
            {
                continue;
            }

            if (!TryReadField(line, content) && !TryContinue(line, content))
            {
                break;
            }

            BodyStart = line.End;
        }

        if (_lines.Count == 0 && Title is { } title)
        {
            BodyStart = title.End;
        }

        return this;
    }

    private bool TryReadTitle(Line line, ReadOnlySpan<byte> content)
    {
        if (Title is not null || !content.StartsWith("# "u8))
        {
            return false;
        }

        Title = line;
        return true;
    }

    private bool TryReadField(Line line, ReadOnlySpan<byte> content)
    {
        int colon = content.IndexOf((byte)':');
        if (colon < 0 || !(content.StartsWith("- "u8) || content.StartsWith("* "u8)))
        {
            return false;
        }

        string key = Encoding.UTF8.GetString(content[2..colon]).Trim();
        if (key.Length is 0 or > LongestKey || !char.IsAsciiLetter(key[0]) || !key.All(static c => char.IsAsciiLetter(c) || c is ' ' or '-'))
        {
            return false;
        }

        int valueEnd = line.Start + content.TrimEnd(" \t"u8).Length;
        int behind = line.Start + colon + 1;
        int valueStart = valueEnd - bytes.Span[behind..valueEnd].TrimStart(" \t"u8).Length;
        _lines.Add(new HeaderLine(key, TextOf(valueStart, valueEnd), line.Number, line.Start, behind, valueStart, valueEnd, line.End));
        return true;
    }

    private bool TryContinue(Line line, ReadOnlySpan<byte> content)
    {
        ReadOnlySpan<byte> trimmed = content.Trim(" \t"u8);
        if (_lines.Count == 0 || trimmed.IsEmpty || content[0] is not ((byte)' ' or (byte)'\t'))
        {
            return false;
        }

        HeaderLine first = _lines[^1];
        int valueEnd = line.Start + content.TrimEnd(" \t"u8).Length;
        int valueStart = first.Value.Length == 0 ? valueEnd - trimmed.Length : first.ValueStart;
        string value = $"{first.Value} {Encoding.UTF8.GetString(trimmed)}".Trim();
        _lines[^1] = first with { Value = value, ValueStart = valueStart, ValueEnd = valueEnd, End = line.End };
        return true;
    }

    private string TextOf(int start, int end) => Encoding.UTF8.GetString(bytes.Span[start..end]);
}
