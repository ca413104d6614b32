namespace Ferrite.SdkFloor.Editing;

/// <summary>The changes that commands make to project files.</summary>
internal static class ProjectEdits
{
    /// <summary>A property without conditions; null where there is none.</summary>
    internal static string? FindProperty(XmlText file, string name) =>
        Property(file, name) is { } spot ? ContentOf(file, spot) : null;

    internal static XmlText SetProperty(XmlText file, string name, string value)
    {
        string xml = $"<{name}>{XmlText.Escape(value)}</{name}>";
        if (Property(file, name) is { } spot)
        {
            return spot.ContentEnd < 0
                ? file.Replace(spot.Start, spot.TagEnd - spot.Start, xml)
                : file.Replace(spot.TagEnd, spot.ContentEnd - spot.TagEnd, XmlText.Escape(value));
        }

        return file.Root.Children.FirstOrDefault(static child => child is { Name: "PropertyGroup", HasCondition: false }) is { } group
            ? file.AppendChild(group, xml)
            : file.AppendChild(file.Root, $"<PropertyGroup>{file.NewLine}    {xml}{file.NewLine}  </PropertyGroup>");
    }

    /// <summary>The element of an item, by what it includes; null where there is none.</summary>
    internal static XmlSpot? FindItem(XmlText file, string itemType, string id) => file.Root.Children
        .Where(static child => child.Name is "ItemGroup").SelectMany(static group => group.Children)
        .FirstOrDefault(item => item.Name.Equals(itemType, StringComparison.Ordinal)
            && (id.Equals(item.Attribute("Include"), StringComparison.OrdinalIgnoreCase) || id.Equals(item.Attribute("Update"), StringComparison.OrdinalIgnoreCase)));

    /// <summary>The version that an item has, as it stands there; null where it has none.</summary>
    internal static string? VersionOf(XmlText file, XmlSpot item, string name = "Version") =>
        item.Attribute(name) ?? (item.Children.FirstOrDefault(child => child.Name.Equals(name, StringComparison.Ordinal)) is { } child ? ContentOf(file, child) : null);

    internal static XmlText SetVersion(XmlText file, XmlSpot item, string version, string name = "Version")
    {
        if (item.Attributes.TryGetValue(name, out (string Value, int Start, int Length) attribute))
        {
            return file.Replace(attribute.Start, attribute.Length, XmlText.Escape(version));
        }

        if (item.Children.FirstOrDefault(child => child.Name.Equals(name, StringComparison.Ordinal)) is { ContentEnd: >= 0 } child)
        {
            return file.Replace(child.TagEnd, child.ContentEnd - child.TagEnd, XmlText.Escape(version));
        }

        (string _, int start, int length) = item.Attributes.TryGetValue("Include", out var include) ? include : item.Attributes["Update"];
        return file.Replace(start + length + 1, 0, $" {name}=\"{XmlText.Escape(version)}\"");
    }

    internal static XmlText AddItem(XmlText file, string itemType, string id, string? version)
    {
        string xml = $"<{itemType} Include=\"{XmlText.Escape(id)}\"{(version is null ? "" : $" Version=\"{XmlText.Escape(version)}\"")} />";
        XmlSpot? group = file.Root.Children.LastOrDefault(child => child is { Name: "ItemGroup", HasCondition: false }
            && child.Children.Any(item => item.Name.Equals(itemType, StringComparison.Ordinal)));
        return group is not null
            ? file.AppendChild(group, xml)
            : file.AppendChild(file.Root, $"<ItemGroup>{file.NewLine}    {xml}{file.NewLine}  </ItemGroup>");
    }

    private static XmlSpot? Property(XmlText file, string name) => file.Root.Children
        .Where(static child => child is { Name: "PropertyGroup", HasCondition: false }).SelectMany(static group => group.Children)
        .LastOrDefault(property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && !property.HasCondition);

    private static string ContentOf(XmlText file, XmlSpot spot) =>
        spot.ContentEnd < 0 ? "" : System.Net.WebUtility.HtmlDecode(file.Text[spot.TagEnd..spot.ContentEnd].Trim());
}
