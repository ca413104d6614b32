using System.CommandLine;
using Ferrite.Cli.Rfc;
using Ferrite.Rfcs.Book;

namespace Ferrite.Cli.Commands;

/// <summary><c>ferrite rfc book</c>.</summary>
internal sealed class RfcBookCommand : Command, IHasExamples
{
    private readonly Argument<string> _directory = new("DIRECTORY") { Description = "A new or empty directory, or one with an earlier book, which is renewed." };
    private readonly Option<string> _title = new("--title") { Description = "What the book is called.", DefaultValueFactory = static _ => "RFCs" };
    private readonly Option<string?> _source = new("--source-url")
    {
        Description = "Where the repository's files can be read, such as https://example.org/repo/blob/main/: links to files that aren't in the book lead there. Without it they are plain text.",
        HelpName = "URL",
    };

    private readonly Option<string> _root = RfcOptions.Root();

    internal RfcBookCommand()
        : base("book", "Makes pages to read of all RFCs, with search, in the languages they are translated to. They need no server and no network.")
    {
        Add(_directory);
        Add(_title);
        Add(_source);
        Add(_root);
        SetAction(parsed => RfcBookRun.Run(parsed.GetRequiredValue(_root), parsed.GetRequiredValue(_directory),
            new BookOptions { Title = parsed.GetRequiredValue(_title), SourceUrl = parsed.GetValue(_source) }));
    }

    public IReadOnlyList<(string Line, string Meaning)> Examples { get; } = [("ferrite rfc book out", "Then open out/index.html, or serve the directory.")];
}
