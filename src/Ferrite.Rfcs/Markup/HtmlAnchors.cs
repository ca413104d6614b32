using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Ferrite.Rfcs.Markup;

/// <summary>Anchors that raw HTML sets.</summary>
internal static partial class HtmlAnchors
{
    internal static IEnumerable<string> In(MarkdownDocument document)
    {
        IEnumerable<string> html = document.Descendants<HtmlBlock>().Select(static block => block.Lines.ToString())
            .Concat(document.Descendants<HtmlInline>().Select(static inline => inline.Tag));
        return html.SelectMany(static text => Pattern.Matches(text)).Select(static match => match.Groups["id"].Value);
    }

    [GeneratedRegex("""\b(id|name)\s*=\s*["'](?<id>[^"']+)["']""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Pattern { get; }
}
