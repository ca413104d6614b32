using Ferrite.TestKit.Laws;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Ferrite.Docs.Tests.Kit;

/// <summary>A page of the repository, read as the sites that show it read it.</summary>
internal sealed class Page
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().Build();

    private readonly MarkdownDocument _document;

    internal Page(string path)
    {
        Path = path;
        Text = File.ReadAllText(path);
        _document = Markdown.Parse(Text, Pipeline);
        Anchors = [.. Numbered(Headings.Select(static heading => Anchor(TextOf(heading))))];
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

    internal string Text { get; }

    /// <summary>From the repository's root.</summary>
    internal string Name => Repository.Relative(Path);

    internal HashSet<string> Anchors { get; }

    internal IReadOnlyList<string> Outline => [.. Headings.Select(static heading => new string('#', heading.Level) + " " + TextOf(heading))];

    internal IReadOnlyList<string> Links =>
        [.. _document.Descendants<LinkInline>().Select(static link => link.Url ?? ""), .. _document.Descendants<AutolinkInline>().Select(static link => link.Url)];

    /// <summary>Rows, those of headings too.</summary>
    internal IReadOnlyList<int> TableRows => [.. _document.Descendants<Table>().Select(static table => table.Count)];

    internal IReadOnlyList<Example> Examples =>
        [.. _document.Descendants<FencedCodeBlock>().Select(block => new Example(this, block.Line + 1, block.Info ?? "", CodeOf(block), Given(block), Above(block)))];

    private IEnumerable<HeadingBlock> Headings => _document.Descendants<HeadingBlock>();

    internal static Page Of(string name) => All.Single(page => string.Equals(page.Name, name, StringComparison.Ordinal));

    public override string ToString() => Name;

    private static string CodeOf(FencedCodeBlock block) => string.Join('\n', block.Lines.Lines.Take(block.Lines.Count).Select(static line => line.ToString())) + "\n";

    private static string TextOf(HeadingBlock heading) => string.Concat(heading.Inline!.Descendants().Select(static inline => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        _ => "",
    }));

    /// <summary>What a comment before the block declares that a reader can guess: <c>&lt;!-- given: int id = 0; --&gt;</c></summary>
    private string Given(FencedCodeBlock block)
    {
        const string Start = "<!-- given:";
        int before = _document.IndexOf(block) - 1;
        return before >= 0 && _document[before] is HtmlBlock { Type: HtmlBlockType.Comment } comment && comment.Lines.ToString() is var text && text.StartsWith(Start, StringComparison.Ordinal)
            ? text[Start.Length..].Replace("-->", "", StringComparison.Ordinal).Trim()
            : "";
    }

    private string Above(FencedCodeBlock block) => Headings.LastOrDefault(heading => heading.Line < block.Line) is { } heading ? TextOf(heading) : "";

    /// <summary>As GitHub makes them.</summary>
    private static string Anchor(string heading) =>
        string.Concat(heading.ToLowerInvariant().Where(static c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-');

    private static IEnumerable<string> Numbered(IEnumerable<string> anchors)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string anchor in anchors)
        {
            int count = seen.GetValueOrDefault(anchor);
            seen[anchor] = count + 1;
            yield return count == 0 ? anchor : $"{anchor}-{count}";
        }
    }
}
