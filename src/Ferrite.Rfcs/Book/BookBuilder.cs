using Ferrite.Rfcs.Documents;
using Ferrite.Rfcs.Lifecycle;
using Ferrite.Rfcs.Model;

namespace Ferrite.Rfcs.Book;

/// <summary>Makes a book: pages that need no server and no network.</summary>
internal static class BookBuilder
{
    internal const string IndexName = "index.html";

    /// <summary>How many pages it has.</summary>
    /// <exception cref="RfcException">Something can't be read or written, or the directory has other things in it.</exception>
    internal static int Build(RfcTree tree, string directory, BookOptions options)
    {
        // All is read before anything is written.
        List<(Rfc Rfc, IReadOnlyList<Article> Articles)> rfcs = [.. tree.Load().Select(rfc => (rfc, ArticlesOf(tree, rfc)))];
        string[] languages = [.. rfcs.SelectMany(static entry => entry.Articles).Select(static article => article.Language)
            .Concat([BookText.Original, BookText.Chinese]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var folder = new BookFolder(directory);
        var links = new BookLinks(tree, folder, options);
        foreach ((Rfc rfc, IReadOnlyList<Article> articles) in rfcs)
        {
            string title = $"{(rfc.Name.Number > 0 ? $"{Names.Of(rfc.Name.Number)} " : "")}{rfc.Title}";
            folder.Write(BookLinks.PageOf(rfc.Name), PageShell.Wrap(options.Title, title, languages, new RfcPage(rfc, articles, links).ToHtml()));
        }

        folder.Write(IndexName, PageShell.Wrap(options.Title, null, languages, IndexPage.ToHtml(options.Title, rfcs)));
        folder.Write("assets/search-index.js", SearchIndex.Of(rfcs.SelectMany(static entry => entry.Articles)));
        folder.Write("assets/book.css", RfcSetup.Resource("book.css"));
        folder.Write("assets/book.js", RfcSetup.Resource("book.js"));
        folder.Finish();
        return rfcs.Count + 1;
    }

    private static IReadOnlyList<Article> ArticlesOf(RfcTree tree, Rfc rfc) =>
    [
        new Article(rfc.Name, rfc.Document),
        .. tree.TranslationsOf(rfc).Select(static file => new Article(file.Name, new RfcDocument(DocumentFile.Read(file.Path)))),
    ];
}
