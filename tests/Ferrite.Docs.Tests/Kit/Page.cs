using Ferrite.Rfcs.Markup;
using Ferrite.TestKit.Laws;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Ferrite.Docs.Tests.Kit;

/// <summary>A page of the repository, read as the sites that show it read it.</summary>
internal sealed class Page
{
    private readonly MarkdownPage _page;

    internal Page(string path)
    {
        Path = path;
        _page = MarkdownPage.Load(path);
    }

    /// <summary>Every page: those at the root, of the docs, of the samples and of the RFCs.</summary>
    internal static IReadOnlyList<Page> All { get; } =
    [
        .. Directory.EnumerateFiles(Repository.Root, "*.md")
            .Concat(new[] { "docs", "rfcs", "samples" }.Select(Repository.PathOf).Where(Directory.Exists)
                .SelectMany(static folder => Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)))
            .Where(static path => !Repository.Relative(path).Split('/').Any(static part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal).Select(static path => new Page(path)),
    ];

    internal string Path { get; }

    internal string Text => _page.Text;

    /// <summary>From the repository's root.</summary>
    internal string Name => Repository.Relative(Path);

    internal IReadOnlySet<string> Anchors => _page.Anchors;

    internal IReadOnlyList<string> Outline => [.. _page.Headings.Select(static heading => new string('#', heading.Level) + " " + heading.Text)];

    internal IReadOnlyList<string> Links =>
        [.. _page.Links.Select(static link => link.Url ?? ""), .. Document.Descendants<AutolinkInline>().Select(static link => link.Url)];

    /// <summary>Rows, those of headings too.</summary>
    internal IReadOnlyList<int> TableRows => [.. Document.Descendants<Table>().Select(static table => table.Count)];

    internal IReadOnlyList<Example> Examples =>
        [.. Document.Descendants<FencedCodeBlock>().Select(block => new Example(this, block.Line + 1, block.Info ?? "", CodeOf(block), Given(block), Above(block)))];

    private MarkdownDocument Document => _page.Document;

    internal static Page Of(string name) => All.Single(page => string.Equals(page.Name, name, StringComparison.Ordinal));

    public override string ToString() => Name;

    private static string CodeOf(FencedCodeBlock block) => string.Join('\n', block.Lines.Lines.Take(block.Lines.Count).Select(static line => line.ToString())) + "\n";

    /// <summary>What a comment before the block declares that a reader can guess: <c>&lt;!-- given: int id = 0; --&gt;</c></summary>
    private string Given(FencedCodeBlock block)
    {
        const string Start = "<!-- given:";
        int before = Document.IndexOf(block) - 1;
        return before >= 0 && Document[before] is HtmlBlock { Type: HtmlBlockType.Comment } comment && comment.Lines.ToString() is var text && text.StartsWith(Start, StringComparison.Ordinal)
            ? text[Start.Length..].Replace("-->", "", StringComparison.Ordinal).Trim()
            : "";
    }

    private string Above(FencedCodeBlock block) => _page.Headings.LastOrDefault(heading => heading.Line <= block.Line)?.Text ?? "";
}
