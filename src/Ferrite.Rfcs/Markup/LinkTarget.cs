using System.Text.RegularExpressions;

namespace Ferrite.Rfcs.Markup;

/// <summary>Where a relative link leads.</summary>
/// <param name="Path">As written, decoded; empty for the page itself.</param>
/// <param name="Anchor">Without '#', decoded; null where there is none.</param>
internal sealed partial record LinkTarget(string Path, string? Anchor)
{
    /// <summary>Whether it leads to another machine, or to a program: nothing that can be looked at here.</summary>
    internal static bool IsExternal(string url) => SchemePattern.IsMatch(url) || url.StartsWith("//", StringComparison.Ordinal);

    internal static LinkTarget Parse(string url)
    {
        int hash = url.IndexOf('#', StringComparison.Ordinal);
        string path = hash < 0 ? url : url[..hash];
        int query = path.IndexOf('?', StringComparison.Ordinal);
        return new LinkTarget(Uri.UnescapeDataString(query < 0 ? path : path[..query]), hash < 0 ? null : Uri.UnescapeDataString(url[(hash + 1)..]));
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9+.-]*:", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex SchemePattern { get; }
}
