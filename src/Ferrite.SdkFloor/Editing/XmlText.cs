using System.Text;
using System.Xml;

namespace Ferrite.SdkFloor.Editing;

/// <summary>
/// A project file as text, with the places of its elements: what is not changed stays as it was, to the letter. Each change makes a new one.
/// </summary>
internal sealed class XmlText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly int[] _lines;

    private XmlText(string text, bool hasMark, string name)
    {
        Text = text;
        HasMark = hasMark;
        Name = name;
        // As XML counts them: a carriage return alone ends a line as well.
        _lines = [0, .. Enumerable.Range(0, text.Length).Where(i => text[i] == '\n' || (text[i] == '\r' && !text.AsSpan(i + 1).StartsWith('\n'))).Select(static i => i + 1)];
        Root = Parse();
    }

    internal string Text { get; }

    /// <summary>The file's name, for messages.</summary>
    internal string Name { get; }

    internal XmlSpot Root { get; }

    internal string NewLine => Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    private bool HasMark { get; }

    /// <exception cref="FloorException">The file can't be read, is not UTF-8, or is not well-formed.</exception>
    internal static XmlText Load(string path)
    {
        try
        {
            byte[] bytes = File.ReadAllBytes(path);
            bool hasMark = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble);
            return new XmlText(Strict.GetString(bytes, hasMark ? 3 : 0, bytes.Length - (hasMark ? 3 : 0)), hasMark, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FloorException($"{path} can't be read: {e.Message}", e);
        }
        catch (DecoderFallbackException e)
        {
            throw new FloorException($"{path} is not UTF-8: save it as UTF-8, so that it can be edited without loss.", e);
        }
    }

    internal static XmlText Of(string text, string name = "text") => new(text, hasMark: false, name);

    /// <exception cref="FloorException">The file can't be written.</exception>
    internal void Save(string path)
    {
        try
        {
            File.WriteAllText(path, Text, new UTF8Encoding(HasMark));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FloorException($"{path} can't be written: {e.Message}", e);
        }
    }

    internal XmlText Replace(int start, int length, string with) =>
        new(string.Concat(Text.AsSpan(0, start), with, Text.AsSpan(start + length)), HasMark, Name);

    /// <summary>A line of its own at the end of an element, indented as its children are.</summary>
    internal XmlText AppendChild(XmlSpot parent, string xml)
    {
        if (parent.ContentEnd < 0)
        {
            // <ItemGroup /> gets its two ends.
            string name = parent.Name;
            int slash = Text.LastIndexOf('/', parent.TagEnd - 1);
            string opened = $">{NewLine}{Indent(parent)}  {xml}{NewLine}{Indent(parent)}</{name}>";
            return Replace(slash, parent.TagEnd - slash, opened);
        }

        string indent = parent.Children.Count > 0 ? Indent(parent.Children[^1]) : Indent(parent) + "  ";
        int lineStart = Text.LastIndexOf('\n', Math.Max(parent.ContentEnd - 1, 0)) + 1;
        bool isAlone = Text.AsSpan(lineStart, parent.ContentEnd - lineStart).Trim().IsEmpty;
        return isAlone && lineStart > parent.TagEnd - 1
            ? Replace(lineStart, 0, $"{indent}{xml}{NewLine}")
            : Replace(parent.ContentEnd, 0, $"{NewLine}{indent}{xml}{NewLine}{Indent(parent)}");
    }

    internal static string Escape(string value) => value
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);

    private string Indent(XmlSpot spot)
    {
        int lineStart = spot.Start == 0 ? 0 : Text.LastIndexOf('\n', spot.Start - 1) + 1;
        ReadOnlySpan<char> before = Text.AsSpan(lineStart, spot.Start - lineStart);
        return before.Trim().IsEmpty ? before.ToString() : "";
    }

    private XmlSpot Parse()
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(Text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
            return XmlSpotReader.Read(reader, Text, Offset);
        }
        catch (XmlException e)
        {
            throw new FloorException($"{Name}({e.LineNumber},{e.LinePosition}): {e.Message}", e);
        }
    }

    private int Offset(int line, int column) => _lines[line - 1] + column - 1;
}
