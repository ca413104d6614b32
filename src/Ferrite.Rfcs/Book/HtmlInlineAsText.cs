using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Ferrite.Rfcs.Book;

/// <summary>Raw HTML inside a line: see <see cref="HtmlBlockAsText"/>.</summary>
internal sealed class HtmlInlineAsText : HtmlObjectRenderer<HtmlInline>
{
    protected override void Write(HtmlRenderer renderer, HtmlInline obj)
    {
        if (!obj.Tag.StartsWith("<!--", StringComparison.Ordinal))
        {
            renderer.WriteEscape(obj.Tag);
        }
    }
}
