using Ferrite.Rfcs.Model;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Ferrite.Rfcs.Book;

/// <summary>Links and pictures, as the book has them.</summary>
internal sealed class LinkRenderer(BookLinks links, RfcFileName document) : HtmlObjectRenderer<LinkInline>
{
    protected override void Write(HtmlRenderer renderer, LinkInline obj)
    {
        string url = obj.Url ?? "";
        if (obj.IsImage && links.Picture(url) is { } picture)
        {
            renderer.Write("<img loading=\"lazy\" src=\"").WriteEscapeUrl(picture).Write("\" alt=\"");
            renderer.WriteEscape(Markup.MarkdownPage.TextOf(obj)).Write("\">");
            return;
        }

        string? target = links.Resolve(url, document);
        if (target is null)
        {
            renderer.Write("<span class=\"elsewhere\" title=\"").WriteEscape(url).Write("\">");
            renderer.WriteChildren(obj);
            renderer.Write("</span>");
            return;
        }

        bool isOutside = Markup.LinkTarget.IsExternal(target);
        renderer.Write("<a href=\"").WriteEscapeUrl(target).Write(isOutside ? "\" rel=\"noopener noreferrer\">" : "\">");
        renderer.WriteChildren(obj);
        renderer.Write("</a>");
    }
}
