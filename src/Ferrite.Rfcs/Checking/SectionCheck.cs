using Ferrite.Rfcs.Markup;
using Ferrite.Rfcs.Model;
using Markdig.Syntax;

namespace Ferrite.Rfcs.Checking;

/// <summary>Every section is there, once; of what is proposed, none is empty.</summary>
internal static class SectionCheck
{
    private const int DeepestLevel = 2;

    internal static IReadOnlyList<string> Required { get; } =
    [
        "Summary", "Motivation", "Guide-level explanation", "Reference-level explanation", "Drawbacks",
        "Rationale and alternatives", "Prior art", "Unresolved questions", "Future possibilities",
    ];

    internal static void Run(CheckSession session, Rfc rfc)
    {
        List<(string Title, int Line, bool IsEmpty)> found = [.. Sections(session.PageOf(rfc.Path).Document)];
        int bodyLine = rfc.Document.LastLine;
        foreach (string title in Required)
        {
            var same = found.Where(section => section.Title.Equals(title, StringComparison.OrdinalIgnoreCase)).ToList();
            if (same.Count == 0)
            {
                session.Add(rfc.Path, bodyLine, CheckRule.Section, $"There is no section '{title}'.");
                continue;
            }

            foreach ((_, int line, _) in same.Skip(1))
            {
                session.Add(rfc.Path, line, CheckRule.Section, $"There is a section '{title}' already.");
            }

            if (same[0].IsEmpty && rfc.State is not (null or RfcState.Draft))
            {
                session.Add(rfc.Path, same[0].Line, CheckRule.Section, $"The section '{title}' is empty. Where there is nothing to say, say why.");
            }
        }
    }

    private static IEnumerable<(string Title, int Line, bool IsEmpty)> Sections(MarkdownDocument document)
    {
        (string Title, int Line, bool IsEmpty)? open = null;
        foreach (Block block in document)
        {
            if (block is HeadingBlock { Level: <= DeepestLevel } heading)
            {
                if (open is { } ended)
                {
                    yield return ended;
                }

                open = (MarkdownPage.TextOf(heading.Inline).Trim(), heading.Line + 1, true);
            }
            else if (block is not (HtmlBlock { Type: HtmlBlockType.Comment } or LinkReferenceDefinitionGroup))
            {
                open = open is { } filled ? filled with { IsEmpty = false } : null;
            }
        }

        if (open is { } last)
        {
            yield return last;
        }
    }
}
