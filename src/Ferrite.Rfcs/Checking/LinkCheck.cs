using Ferrite.Rfcs.Markup;
using Markdig.Syntax.Inlines;

namespace Ferrite.Rfcs.Checking;

/// <summary>Links to files and anchors lead somewhere. Those to other machines are not followed: the check works without a network.</summary>
internal static class LinkCheck
{
    internal static void Run(CheckSession session)
    {
        foreach (string path in (string[])[session.Tree.TeamsPath, .. session.Tree.AllFiles()])
        {
            foreach (LinkInline link in session.PageOf(path).Links)
            {
                string url = link.Url ?? "";
                if (!LinkTarget.IsExternal(url) && Mistake(session, path, LinkTarget.Parse(url)) is { } mistake)
                {
                    session.Add(path, link.Line + 1, CheckRule.Link, $"{url}: {mistake}");
                }
            }
        }
    }

    private static string? Mistake(CheckSession session, string path, LinkTarget link)
    {
        if (link is { Path: "", Anchor: null })
        {
            return "a link to nowhere.";
        }

        if (Path.IsPathRooted(link.Path))
        {
            return "a path from the root of a file system or a server; write it from this file.";
        }

        string target = link.Path.Length == 0 ? path : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, link.Path));
        if (!File.Exists(target) && !Directory.Exists(target))
        {
            return "there is no such file.";
        }

        bool hasAnchors = Path.GetExtension(target).Equals(".md", StringComparison.OrdinalIgnoreCase) && File.Exists(target);
        return link.Anchor is { Length: > 0 } anchor && hasAnchors && !session.PageOf(target).Anchors.Contains(anchor)
            ? $"{session.Tree.Relative(target)} has no heading or anchor '{anchor}'."
            : null;
    }
}
