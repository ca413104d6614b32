using Ferrite.Rfcs.Documents;
using Ferrite.Rfcs.Markup;
using Markdig.Syntax;

namespace Ferrite.Rfcs.Checking;

/// <summary>
/// How far a text has moved from the one that was accepted, in words: added and taken away, each counts. Not counted are the header, sections
/// "Errata", paragraphs and quotes that begin with "Amended by", comments, white space, and the marks around words.
/// </summary>
internal static class SubstantialEdit
{
    /// <summary>Words that may differ, all edits since together: a few typing errors, a dead link.</summary>
    internal const int Bound = 20;

    private const string Errata = "Errata";
    private const string Amended = "Amended by";

    /// <summary>The words that differ, and the line in the newer text at which they begin.</summary>
    internal static (int Words, int Line) Measure(RfcDocument accepted, RfcDocument now)
    {
        List<Word> before = Words(accepted);
        List<Word> after = Words(now);
        int same = 0;
        while (same < before.Count && same < after.Count && before[same].Text.Equals(after[same].Text, StringComparison.Ordinal))
        {
            same++;
        }

        int line = same < after.Count ? after[same].Line : after.Count > 0 ? after[^1].Line : 1;
        return (WordDifference.Count([.. before.Skip(same).Select(static word => word.Text)], [.. after.Skip(same).Select(static word => word.Text)]), line);
    }

    private static List<Word> Words(RfcDocument document)
    {
        string text = document.Body;
        int firstLine = Line.Enumerate(document.Bytes.ToArray(), 0).Count(line => line.End <= document.BodyStart) + 1;
        var words = new List<Word>();
        int? errataLevel = null;
        foreach (Block block in MarkdownPage.Of(text).Document)
        {
            if (block is HeadingBlock heading)
            {
                errataLevel = MarkdownPage.TextOf(heading.Inline).Trim().Equals(Errata, StringComparison.OrdinalIgnoreCase) ? heading.Level
                    : errataLevel is { } level && heading.Level > level ? errataLevel
                    : null;
            }

            string content = block.Span.IsEmpty ? "" : text[block.Span.Start..Math.Min(block.Span.End + 1, text.Length)];
            bool isNote = block is HtmlBlock { Type: HtmlBlockType.Comment }
                || content.TrimStart('>', '*', '_', ' ').StartsWith(Amended, StringComparison.OrdinalIgnoreCase);
            if (errataLevel is null && !isNote)
            {
                words.AddRange(Word.Split(content, firstLine + block.Line));
            }
        }

        return words;
    }
}
