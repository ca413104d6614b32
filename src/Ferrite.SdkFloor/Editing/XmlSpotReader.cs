using System.Xml;

namespace Ferrite.SdkFloor.Editing;

/// <summary>Notes where elements and attributes stand while a reader passes them.</summary>
internal static class XmlSpotReader
{
    internal static XmlSpot Read(XmlReader reader, string text, Func<int, int, int> offset)
    {
        var lines = (IXmlLineInfo)reader;
        var open = new Stack<XmlSpot>();
        XmlSpot? root = null;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.EndElement)
            {
                // The reader tells where the name begins, behind "</".
                open.Pop().ContentEnd = offset(lines.LineNumber, lines.LinePosition) - 2;
            }
            else if (reader.NodeType == XmlNodeType.Element)
            {
                bool isEmpty = reader.IsEmptyElement;
                XmlSpot spot = ReadElement(reader, lines, text, offset);
                root ??= spot;
                if (open.TryPeek(out XmlSpot? parent))
                {
                    parent.Children.Add(spot);
                }

                if (!isEmpty)
                {
                    open.Push(spot);
                }
            }
        }

        return root!;
    }

    private static XmlSpot ReadElement(XmlReader reader, IXmlLineInfo lines, string text, Func<int, int, int> offset)
    {
        string name = reader.LocalName;
        int nameStart = offset(lines.LineNumber, lines.LinePosition);
        var attributes = new List<(string Name, string Value, int Start, int Length)>();
        int end = nameStart + reader.Name.Length;
        while (reader.MoveToNextAttribute())
        {
            int equals = text.IndexOf('=', offset(lines.LineNumber, lines.LinePosition));
            int open = text.IndexOfAny(['"', '\''], equals);
            int close = text.IndexOf(text[open], open + 1);
            attributes.Add((reader.LocalName, reader.Value, open + 1, close - open - 1));
            end = close + 1;
        }

        reader.MoveToElement();
        var spot = new XmlSpot(name, nameStart - 1, text.IndexOf('>', end) + 1);
        foreach ((string attribute, string value, int start, int length) in attributes)
        {
            spot.Attributes[attribute] = (value, start, length);
        }

        return spot;
    }
}
