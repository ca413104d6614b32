namespace Ferrite.SdkFloor.Editing;

/// <summary>An element and where it stands in the text; offsets in characters.</summary>
internal sealed class XmlSpot(string name, int start, int tagEnd)
{
    internal string Name { get; } = name;

    /// <summary>Of the '&lt;'.</summary>
    internal int Start { get; } = start;

    /// <summary>Behind the '&gt;' of the first tag.</summary>
    internal int TagEnd { get; } = tagEnd;

    /// <summary>Of the last tag's '&lt;'; -1 where there is no last tag.</summary>
    internal int ContentEnd { get; set; } = -1;

    internal List<XmlSpot> Children { get; } = [];

    /// <summary>Values, without entities, and where they stand between their quotes.</summary>
    internal Dictionary<string, (string Value, int Start, int Length)> Attributes { get; } = new(StringComparer.Ordinal);

    internal string? Attribute(string attribute) => Attributes.TryGetValue(attribute, out (string Value, int Start, int Length) found) ? found.Value : null;

    internal bool HasCondition => Attributes.ContainsKey("Condition");
}
