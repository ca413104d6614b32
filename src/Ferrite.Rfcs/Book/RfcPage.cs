using System.Globalization;
using System.Net;
using System.Text;
using Ferrite.Rfcs.Documents;
using Ferrite.Rfcs.Lifecycle;
using Ferrite.Rfcs.Markup;
using Ferrite.Rfcs.Model;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Ferrite.Rfcs.Book;

/// <summary>The page of an RFC: its header, and its text in all languages that it has.</summary>
internal sealed class RfcPage(Rfc rfc, IReadOnlyList<Article> articles, BookLinks links)
{
    private const int DeepestInContents = 3;

    internal string ToHtml()
    {
        var html = new StringBuilder("<main class=\"rfc\">\n");
        html.Append("<div class=\"documents\">\n");
        foreach (Article article in articles)
        {
            string hidden = article.Name.Language is null ? "" : " hidden";
            html.Append($"""<div class="document" lang="{article.Language}" data-language="{article.Language}"{hidden}>""").Append('\n');
            AppendContents(html, article);
            html.Append($"<article>\n<p class=\"number\">{Number} {Badge(rfc)}</p>\n<h1>{Encode(article.Title)}</h1>\n");
            AppendHeader(html);
            html.Append(article.ToHtml(links)).Append("</article>\n</div>\n");
        }

        return html.Append("</div>\n</main>").ToString();
    }

    internal static string Badge(Rfc rfc) => rfc.State is { } state
        ? $"<span class=\"state {state.ToString().ToLowerInvariant()}\">{BookText.Of(state)}</span>"
        : $"<span class=\"state\">{Encode(rfc.Document.Get(RfcField.State) ?? "?")}</span>";

    private string Number => rfc.Name.Number > 0 ? $"RFC {Names.Of(rfc.Name.Number)}" : "RFC";

    private void AppendHeader(StringBuilder html)
    {
        html.Append("<dl class=\"fields\">");
        Append(RfcField.Team, BookText.Both("Sub-team", "負責小組"));
        Append(RfcField.StartDate, BookText.Both("Begun", "起草日期"));
        Append(RfcField.SignOffs, BookText.Both("Signed off", "簽核"));
        Append(RfcField.Disposition, BookText.Both("Disposition", "處置"));
        Append(RfcField.FcpStart, BookText.Both("Final comment period", "最後意見徵詢期"),
            rfc.FcpStart is { } start ? $" – {Names.Of(RfcMoves.PeriodEnd(start))}" : "");
        Append(RfcField.Decided, BookText.Both("Decided", "決議日期"));
        if (rfc.Document.Get(RfcField.Tracking) is { } tracking)
        {
            html.Append($"<div><dt>{BookText.Both("Tracked by", "追蹤議題")}</dt><dd>{Inline(tracking)}</dd></div>");
        }

        html.Append("</dl>\n<p class=\"untranslated\" hidden>").Append(BookText.Both("Not translated yet.", "此 RFC 尚無譯文。")).Append("</p>\n");

        void Append(string field, string label, string more = "")
        {
            if (rfc.Document.Get(field) is { } value)
            {
                html.Append($"<div><dt>{label}</dt><dd>{Encode(value + more)}</dd></div>");
            }
        }
    }

    private static void AppendContents(StringBuilder html, Article article)
    {
        html.Append($"<details class=\"contents\" open><summary>{BookText.Both("Contents", "目錄")}</summary>\n<ul>");
        foreach (HeadingBlock heading in article.Page.Document.Descendants<HeadingBlock>().Where(static heading => heading.Level <= DeepestInContents))
        {
            html.Append(CultureInfo.InvariantCulture, $"<li class=\"level{heading.Level}\"><a href=\"#{Encode(heading.GetAttributes().Id!)}\">{Encode(MarkdownPage.TextOf(heading.Inline))}</a></li>");
        }

        html.Append("</ul>\n</details>\n");
    }

    /// <summary>A field's value is Markdown too: it may be a link.</summary>
    private string Inline(string text)
    {
        string html = new Article(rfc.Name, new RfcDocument(Encoding.UTF8.GetBytes($"\n{text}\n"))).ToHtml(links).Trim();
        return html.StartsWith("<p>", StringComparison.Ordinal) && html.EndsWith("</p>", StringComparison.Ordinal) ? html[3..^4] : Encode(text);
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
