using System.Security.Cryptography;
using Ferrite.Rfcs.Documents;
using Ferrite.Rfcs.Markup;
using Ferrite.Rfcs.Model;

namespace Ferrite.Rfcs.Book;

/// <summary>Where the links of a document lead in the book: to other pages of it, to copies of pictures, to the repository's site, or nowhere.</summary>
internal sealed class BookLinks(RfcTree tree, BookFolder folder, BookOptions options)
{
    private static readonly string[] Schemes = ["https:", "http:", "mailto:"];

    /// <summary>Null where the link can't lead anywhere.</summary>
    internal string? Resolve(string url, RfcFileName from)
    {
        if (LinkTarget.IsExternal(url))
        {
            return Schemes.Any(scheme => url.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) ? url : null;
        }

        LinkTarget link = LinkTarget.Parse(url);
        if (link.Path.Length == 0)
        {
            return link.Anchor is { Length: > 0 } anchor ? $"#{AnchorOf(from.Language, anchor)}" : null;
        }

        string path = FullPath(link.Path);
        if (RfcFileName.Parse(Path.GetFileName(path)) is { } name && File.Exists(path) && tree.TextFolder.Equals(Path.GetDirectoryName(path), StringComparison.Ordinal))
        {
            return PageOf(name) + (link.Anchor is { Length: > 0 } anchor ? $"#{AnchorOf(name.Language, anchor)}" : "");
        }

        string relative = tree.Relative(path);
        return options.SourceUrl is { } source && !relative.StartsWith("..", StringComparison.Ordinal)
            ? $"{source.TrimEnd('/')}/{string.Join('/', relative.Split('/').Select(Uri.EscapeDataString))}{(link.Anchor is null ? "" : "#" + Uri.EscapeDataString(link.Anchor))}"
            : null;
    }

    /// <summary>A picture's copy in the book; null where there is none: what is on another machine is not loaded.</summary>
    internal string? Picture(string url)
    {
        if (LinkTarget.IsExternal(url))
        {
            return null;
        }

        string path = FullPath(LinkTarget.Parse(url).Path);
        if (!File.Exists(path))
        {
            return null;
        }

        byte[] bytes = DocumentFile.Read(path);
        string name = $"assets/{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}{Path.GetExtension(path)}";
        folder.Write(name, bytes);
        return name;
    }

    internal static string PageOf(RfcFileName name) => $"{name.Stem}.html";

    /// <summary>Originals and translations stand on one page: their anchors differ.</summary>
    internal static string AnchorOf(string? language, string anchor) => language is null ? anchor : $"{language}-{anchor}";

    private string FullPath(string relative) => Path.GetFullPath(Path.Combine(tree.TextFolder, relative));
}
