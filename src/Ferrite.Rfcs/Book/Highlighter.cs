using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Ferrite.Rfcs.Book;

/// <summary>Marks comments, strings, numbers and keywords of code; a language that it doesn't know stays plain. The text itself is never changed.</summary>
internal static class Highlighter
{
    internal static string ToHtml(string code, string language)
    {
        if (CodeLanguage.Find(language) is not { } rules)
        {
            return WebUtility.HtmlEncode(code);
        }

        var html = new StringBuilder();
        int at = 0;
        foreach (Match match in rules.Tokens.Matches(code))
        {
            html.Append(WebUtility.HtmlEncode(code[at..match.Index]));
            at = match.Index + match.Length;
            string? kind = KindOf(match, rules);
            html.Append(kind is null ? WebUtility.HtmlEncode(match.Value) : $"<span class=\"{kind}\">{WebUtility.HtmlEncode(match.Value)}</span>");
        }

        return html.Append(WebUtility.HtmlEncode(code[at..])).ToString();
    }

    private static string? KindOf(Match match, CodeLanguage rules) =>
        match.Groups["comment"].Success ? "c"
        : match.Groups["string"].Success ? "s"
        : match.Groups["number"].Success ? "n"
        : match.Groups["name"].Success ? "t"
        : rules.Keywords.Contains(match.Value) ? "k"
        : rules.HasTypes && char.IsUpper(match.Value[0]) ? "t"
        : null;
}
