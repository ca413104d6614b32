using Ferrite.Rfcs.Documents;
using Ferrite.Rfcs.Markup;
using Ferrite.Rfcs.Model;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;

namespace Ferrite.Rfcs.Book;

/// <summary>A document in one language, ready for a page.</summary>
internal sealed class Article
{
    internal Article(RfcFileName name, RfcDocument document)
    {
        Name = name;
        Title = document.Title ?? Rfc.TitleOf(name.Slug);
        Page = MarkdownPage.Of(document.Body);
        foreach (HeadingBlock heading in Page.Document.Descendants<HeadingBlock>())
        {
            HtmlAttributes attributes = heading.GetAttributes();
            attributes.Id = BookLinks.AnchorOf(name.Language, attributes.Id ?? $"line-{heading.Line + 1}");
        }
    }

    internal RfcFileName Name { get; }

    internal string Title { get; }

    internal MarkdownPage Page { get; }

    internal string Language => Name.Language ?? BookText.Original;

    /// <summary>The first paragraph.</summary>
    internal string Summary => Page.Document.OfType<ParagraphBlock>().FirstOrDefault() is { } first ? MarkdownPage.TextOf(first.Inline) : "";

    internal string ToHtml(BookLinks links)
    {
        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        MarkdownPage.Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<LinkInlineRenderer>(new LinkRenderer(links, Name));
        renderer.ObjectRenderers.Replace<CodeBlockRenderer>(new CodeRenderer());
        renderer.ObjectRenderers.Replace<HtmlBlockRenderer>(new HtmlBlockAsText());
        renderer.ObjectRenderers.Replace<HtmlInlineRenderer>(new HtmlInlineAsText());
        renderer.Render(Page.Document);
        writer.Flush();
        return writer.ToString();
    }
}
