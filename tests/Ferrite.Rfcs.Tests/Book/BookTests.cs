using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ferrite.Rfcs.Book;
using Ferrite.Rfcs.Tests.Kit;
using FsCheck.Fluent;

namespace Ferrite.Rfcs.Tests.Book;

/// <summary>The pages as files.</summary>
public sealed partial class BookTests : IClassFixture<BookTests.Made>
{
    private readonly BookKit _book;

    public BookTests(Made made)
    {
        ArgumentNullException.ThrowIfNull(made);
        _book = made.Kit;
    }

    public sealed class Made : IDisposable
    {
        internal BookKit Kit { get; } = new();

        public void Dispose() => Kit.Dispose();
    }

    [Fact]
    public void Every_RFC_has_a_page_and_the_index_has_them_by_state()
    {
        string index = _book.Read("index.html");
        Assert.Equal(4, _book.Pages);
        int active = index.IndexOf("0001-short-reads.html", StringComparison.Ordinal);
        int proposed = index.IndexOf("0002-traps.html", StringComparison.Ordinal);
        int draft = index.IndexOf("0000-plain.html", StringComparison.Ordinal);
        Assert.True(active > 0 && active < proposed && proposed < draft, $"{active} {proposed} {draft}");
        Assert.Contains("短讀取", index, StringComparison.Ordinal);
        Assert.Contains("<title>Designs &lt;&amp;&gt;</title>", index, StringComparison.Ordinal);
        Assert.Contains("What is said on Summary.", index, StringComparison.Ordinal);
    }

    [Fact]
    public void Contents_lead_to_the_headings()
    {
        string page = _book.Read("0001-short-reads.html");
        string[] contents = [.. LinkPattern.Matches(page).Select(static match => match.Groups["url"].Value).Where(static url => url.StartsWith('#'))];
        Assert.Contains("#prior-art", contents);
        Assert.Contains("#zh-TW-機制", contents.Select(WebUtility.HtmlDecode));
    }

    /// <summary>Every address in every page, with its anchor, is in the book, or is a link that a reader would have to follow.</summary>
    [Fact]
    public void No_link_is_broken_and_nothing_is_loaded_from_elsewhere()
    {
        foreach (string file in Directory.GetFiles(_book.Folder, "*.html"))
        {
            string page = File.ReadAllText(file);
            Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
            foreach (Match match in LinkPattern.Matches(page))
            {
                string url = Uri.UnescapeDataString(WebUtility.HtmlDecode(match.Groups["url"].Value));
                if (url.StartsWith("https:", StringComparison.Ordinal))
                {
                    Assert.Equal("a", match.Groups["tag"].Value);
                    continue;
                }

                if (url is "data:,")
                {
                    continue;
                }

                string[] parts = url.Split('#');
                string target = Path.Combine(_book.Folder, parts[0].Length == 0 ? Path.GetFileName(file) : parts[0]);
                Assert.True(File.Exists(target), $"{file}: {url}");
                Assert.True(parts.Length == 1 || WebUtility.HtmlDecode(File.ReadAllText(target)).Contains($"id=\"{parts[1]}\"", StringComparison.Ordinal), $"{file}: {url}");
            }
        }
    }

    [Fact]
    public void What_a_document_says_in_HTML_is_shown_and_not_obeyed()
    {
        string page = _book.Read("0002-traps.html");
        Assert.Contains("&lt;script&gt;fetch(", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"elsewhere\" title=\"javascript:alert(1)\">run</span>", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://evil.invalid/picture.png\" rel=\"noopener noreferrer\">outside</a>", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"elsewhere\" title=\"../teams.md\">file</span>", page, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Path.Combine(_book.Folder, "assets"), "*.png"));
    }

    [Fact]
    public void Links_out_of_the_book_lead_to_the_source_where_it_is_known()
    {
        string folder = Path.Combine(_book.Folder, "..", "other");
        BookBuilder.Build(_book.Workspace.Tree, folder, new BookOptions { SourceUrl = "https://example.org/r/blob/main" });
        Assert.Contains("<a href=\"https://example.org/r/blob/main/rfcs/teams.md\"", File.ReadAllText(Path.Combine(folder, "0002-traps.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_index_for_search_has_every_section_in_both_languages()
    {
        string script = _book.Read("assets/search-index.js");
        const string Start = "window.rfcSections=";
        Assert.StartsWith(Start, script, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(script[Start.Length..].TrimEnd('\n', ';'));
        var sections = json.RootElement.EnumerateArray().Select(static section => (section.GetProperty("url").GetString(), section.GetProperty("lang").GetString())).ToList();
        Assert.Contains(("0001-short-reads.html#prior-art", "en"), sections);
        Assert.Contains(("0001-short-reads.html#zh-TW-機制", "zh-TW"), sections);
    }

    [Fact]
    public void A_book_is_renewed_and_nothing_else_is_touched()
    {
        string folder = Path.Combine(_book.Folder, "..", "again");
        BookBuilder.Build(_book.Workspace.Tree, folder, new BookOptions());
        File.WriteAllText(Path.Combine(folder, "mine.txt"), "mine");
        string draft = _book.Workspace.PathOf("0000-gone.md");
        File.Copy(_book.Workspace.PathOf("0000-plain.md"), draft);
        BookBuilder.Build(_book.Workspace.Tree, folder, new BookOptions());
        Assert.True(File.Exists(Path.Combine(folder, "0000-gone.html")));
        File.Delete(draft);
        BookBuilder.Build(_book.Workspace.Tree, folder, new BookOptions());
        Assert.False(File.Exists(Path.Combine(folder, "0000-gone.html")));
        Assert.True(File.Exists(Path.Combine(folder, "mine.txt")));

        string other = Path.Combine(_book.Folder, "..", "full");
        Directory.CreateDirectory(other);
        File.WriteAllText(Path.Combine(other, "index.html"), "theirs");
        Assert.Throws<RfcException>(() => BookBuilder.Build(_book.Workspace.Tree, other, new BookOptions()));
        Assert.Equal("theirs", File.ReadAllText(Path.Combine(other, "index.html")));
    }

    [Theory]
    [InlineData("csharp", "// note\nvar s = \"x\";", "<span class=\"c\">// note</span>\n<span class=\"k\">var</span> s = <span class=\"s\">&quot;x&quot;</span>;")]
    [InlineData("rust", "fn f<'a>(x: &'a str) {}", "<span class=\"k\">fn</span> f&lt;<span class=\"t\">&#39;a</span>&gt;(x: &amp;<span class=\"t\">&#39;a</span> <span class=\"k\">str</span>) {}")]
    [InlineData("sh", "ls -l \"$HOME\" # all", "ls <span class=\"t\">-l</span> <span class=\"s\">&quot;$HOME&quot;</span> <span class=\"c\"># all</span>")]
    [InlineData("json", "{\"a\": -1, \"b\": true}", "{<span class=\"t\">&quot;a&quot;</span>: <span class=\"n\">-1</span>, <span class=\"t\">&quot;b&quot;</span>: <span class=\"k\">true</span>}")]
    [InlineData("xml", "<a b=\"c\"/>", "<span class=\"t\">&lt;a</span> b=<span class=\"s\">&quot;c&quot;</span><span class=\"t\">/&gt;</span>")]
    [InlineData("", "<a> & b", "&lt;a&gt; &amp; b")]
    public void Code_is_coloured(string language, string code, string html) => Assert.Equal(html, Highlighter.ToHtml(code, language));

    /// <summary>Whatever the code is, and however broken: without its marks it is what it was.</summary>
    [Fact]
    public void Colours_change_no_character() => Deep.ForAll(
        from language in Gen.Elements("csharp", "rust", "c", "sh", "json", "xml", "none")
        from parts in Gen.Elements("\"", "\"\"\"", "'", "\\", "//", "/*", "*/", "<!--", "-->", "<", ">", "&amp;", "#", "$", "@", "{", "}", "\n", " ", "name", "Type", "if", "0x1F", "1.5e3", "é", "中", "r#\"", "'a", "--opt", "-").ListOf()
        select (language, Code: string.Concat(parts)), static given =>
            Assert.Equal(given.Code, WebUtility.HtmlDecode(SpanPattern.Replace(Highlighter.ToHtml(given.Code, given.language), ""))));

    [GeneratedRegex("<(?<tag>[a-z]+)[^>]* (href|src)=\"(?<url>[^\"]*)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex LinkPattern { get; }

    [GeneratedRegex("</?span[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex SpanPattern { get; }
}
