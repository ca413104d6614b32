using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Ferrite.Rfcs.Book;

/// <summary>Raw HTML is shown, not obeyed: nothing in a document makes a page load or run something. Comments are left out.</summary>
internal sealed class HtmlBlockAsText : HtmlObjectRenderer<HtmlBlock>
{
    protected override void Write(HtmlRenderer renderer, HtmlBlock obj)
    {
        if (obj.Type != HtmlBlockType.Comment)
        {
            renderer.Write("<pre class=\"html\">").WriteLeafRawLines(obj, writeEndOfLines: true, escape: true).Write("</pre>");
        }
    }
}
