using System.Globalization;
using System.Net;
using System.Text;
using Ferrite.Rfcs.Model;

namespace Ferrite.Rfcs.Book;

/// <summary>The first page: all RFCs, by state.</summary>
internal static class IndexPage
{
    internal static string ToHtml(string title, IReadOnlyList<(Rfc Rfc, IReadOnlyList<Article> Articles)> rfcs)
    {
        var html = new StringBuilder($"<main class=\"index\">\n<h1>{WebUtility.HtmlEncode(title)}</h1>\n");
        foreach (RfcState? state in BookText.StatesInOrder.Select(static state => (RfcState?)state).Append(null))
        {
            var found = rfcs.Where(entry => entry.Rfc.State == state).ToList();
            if (found.Count == 0)
            {
                continue;
            }

            string name = state is { } known ? BookText.Of(known) : BookText.Both("Of no known state", "狀態不明");
            html.Append(CultureInfo.InvariantCulture, $"<section>\n<h2>{name} <span class=\"count\">{found.Count}</span></h2>\n<ul class=\"rfcs\">\n");
            foreach ((Rfc rfc, IReadOnlyList<Article> articles) in found)
            {
                Append(html, rfc, articles);
            }

            html.Append("</ul>\n</section>\n");
        }

        return html.Append("</main>").ToString();
    }

    private static void Append(StringBuilder html, Rfc rfc, IReadOnlyList<Article> articles)
    {
        Article original = articles[0];
        Article chinese = articles.FirstOrDefault(static article => article.Language.Equals(BookText.Chinese, StringComparison.Ordinal)) ?? original;
        string translated = articles.Count > 1 ? $" <span class=\"translated\">{string.Join(" · ", articles.Select(static article => BookText.Language(article.Language)))}</span>" : "";
        html.Append($"""<li><a href="{BookLinks.PageOf(rfc.Name)}"><span class="number">{(rfc.Name.Number > 0 ? Names.Of(rfc.Name.Number) : "—")}</span> {BookText.Both(original.Title, chinese.Title)}</a>{translated}<p>{BookText.Both(original.Summary, chinese.Summary)}</p></li>""").Append('\n');
    }
}
