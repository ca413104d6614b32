using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ferrite.Rfcs.Markup;
using Ferrite.Rfcs.Model;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Ferrite.Rfcs.Book;

/// <summary>The sections of all articles as a script: a page that was opened as a file may not fetch anything, but it may load that.</summary>
internal static class SearchIndex
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static byte[] Of(IEnumerable<Article> articles)
    {
        using var bytes = new MemoryStream();
        bytes.Write("window.rfcSections="u8);
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartArray();
            foreach (Article article in articles)
            {
                Add(json, article);
            }

            json.WriteEndArray();
        }

        bytes.Write(";\n"u8);
        return bytes.ToArray();
    }

    private static void Add(Utf8JsonWriter json, Article article)
    {
        string title = $"{Names.Of(article.Name.Number)} {article.Title}";
        string heading = "";
        string anchor = "";
        var text = new StringBuilder();
        foreach (Block block in article.Page.Document)
        {
            if (block is HeadingBlock next)
            {
                Write(json, article, title, heading, anchor, text);
                (heading, anchor) = (MarkdownPage.TextOf(next.Inline), next.GetAttributes().Id!);
                text.Clear();
                continue;
            }

            foreach (LeafBlock leaf in block is LeafBlock self ? [self] : ((ContainerBlock)block).Descendants<LeafBlock>())
            {
                text.Append(leaf is CodeBlock code ? code.Lines.ToString() : MarkdownPage.TextOf(leaf.Inline)).Append(' ');
            }
        }

        Write(json, article, title, heading, anchor, text);
    }

    private static void Write(Utf8JsonWriter json, Article article, string title, string heading, string anchor, StringBuilder text)
    {
        if (heading.Length == 0 && text.Length == 0)
        {
            return;
        }

        json.WriteStartObject();
        json.WriteString("url", BookLinks.PageOf(article.Name) + (anchor.Length > 0 ? "#" + anchor : ""));
        json.WriteString("lang", article.Language);
        json.WriteString("title", title);
        json.WriteString("heading", heading);
        json.WriteString("text", string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        json.WriteEndObject();
    }
}
