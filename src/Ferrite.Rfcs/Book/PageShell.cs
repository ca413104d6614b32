using System.Net;

namespace Ferrite.Rfcs.Book;

/// <summary>What every page has around its content. Its policy forbids all that is not in the book, whatever a document says.</summary>
internal static class PageShell
{
    private const string Policy = "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

    internal static string Wrap(string bookTitle, string? pageTitle, IEnumerable<string> languages, string content)
    {
        string book = WebUtility.HtmlEncode(bookTitle);
        string title = pageTitle is null ? book : $"{WebUtility.HtmlEncode(pageTitle)} · {book}";
        string choices = string.Concat(languages.Select(static code => $"""<button type="button" data-choose="{code}" lang="{code}">{BookText.Language(code)}</button>"""));
        return $"""
            <!doctype html>
            <html lang="en" data-ui="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="{Policy}">
            <meta name="referrer" content="no-referrer">
            <title>{title}</title>
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="assets/book.css">
            <script src="assets/book.js"></script>
            <script src="assets/search-index.js" defer></script>
            </head>
            <body>
            <header class="bar">
            <a class="home" href="index.html">{book}</a>
            <div class="search" role="search">
            <input type="search" id="search" autocomplete="off" spellcheck="false" aria-label="Search" placeholder="Search" data-placeholder-zh-TW="搜尋">
            <ol id="results" hidden></ol>
            </div>
            <div class="switches">
            <div class="languages" role="group" aria-label="Language">{choices}<button type="button" data-choose="all" title="Side by side">{BookText.Both("Both", "並列")}</button></div>
            <button type="button" id="theme" aria-label="Light or dark" title="Light or dark">◐</button>
            </div>
            </header>
            {content}
            </body>
            </html>

            """;
    }
}
