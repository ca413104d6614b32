using System.Text;
using Ferrite.Rfcs.Documents;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Ferrite.Rfcs.Markup;

/// <summary>A Markdown file as GitHub reads it: its headings with their anchors, and its links. Lines count from 1.</summary>
internal sealed class MarkdownPage
{
    private HashSet<string>? _anchors;

    private MarkdownPage(string text)
    {
        Text = text;
        Document = Markdown.Parse(text, Pipeline);
        foreach (LineBreakInline between in Document.Descendants<LineBreakInline>().Where(IsBetweenWideCharacters).ToList())
        {
            between.Remove();
        }
    }

    internal static MarkdownPipeline Pipeline { get; } = new MarkdownPipelineBuilder()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub).UsePipeTables().UseTaskLists().UseEmphasisExtras()
        .UsePreciseSourceLocation().Build();

    internal string Text { get; }

    internal MarkdownDocument Document { get; }

    internal IEnumerable<Heading> Headings => Document.Descendants<HeadingBlock>()
        .Select(static block => new Heading(block.Level, TextOf(block.Inline), block.GetAttributes().Id ?? "", block.Line + 1));

    internal IEnumerable<LinkInline> Links => Document.Descendants<LinkInline>();

    /// <summary>What "#…" can lead to.</summary>
    internal IReadOnlySet<string> Anchors => _anchors ??= [.. Headings.Select(static heading => heading.Id), .. HtmlAnchors.In(Document)];

    internal static MarkdownPage Of(string text) => new(text);

    /// <exception cref="RfcException">It can't be read.</exception>
    internal static MarkdownPage Load(string path) => new(Encoding.UTF8.GetString(DocumentFile.Read(path)).TrimStart('\uFEFF'));

    /// <summary>A line that ends inside Chinese or Japanese text goes on with no space.</summary>
    private static bool IsBetweenWideCharacters(LineBreakInline inline) => !inline.IsHard
        && inline.PreviousSibling is LiteralInline { Content: { IsEmpty: false } before } && inline.NextSibling is LiteralInline { Content: { IsEmpty: false } after }
        && IsWide(before.Text[before.End]) && IsWide(after.Text[after.Start]);

    private static bool IsWide(char c) => c is (>= '\u2E80' and <= '\uD7FF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF00' and <= '\uFF60');

    /// <summary>Without marks of emphasis, code and links.</summary>
    internal static string TextOf(ContainerInline? container)
    {
        var text = new StringBuilder();
        foreach (Inline inline in container?.Descendants() ?? [])
        {
            _ = inline switch
            {
                LiteralInline literal => text.Append(literal.Content.AsSpan()),
                CodeInline code => text.Append(code.Content),
                HtmlEntityInline entity => text.Append(entity.Transcoded.AsSpan()),
                LineBreakInline => text.Append(' '),
                _ => text,
            };
        }

        return text.ToString();
    }
}
