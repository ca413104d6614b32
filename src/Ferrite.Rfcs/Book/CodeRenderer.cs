using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Ferrite.Rfcs.Book;

/// <summary>Blocks of code, coloured when the book is made.</summary>
internal sealed class CodeRenderer : HtmlObjectRenderer<CodeBlock>
{
    protected override void Write(HtmlRenderer renderer, CodeBlock obj)
    {
        string language = (obj as FencedCodeBlock)?.Info?.Trim() ?? "";
        renderer.Write("<pre tabindex=\"0\"><code>").Write(Highlighter.ToHtml(obj.Lines.ToString(), language)).Write("</code></pre>");
    }
}
