using System.CommandLine;
using Ferrite.Cli.Cache.Snapshots;

namespace Ferrite.Cli.Commands;

/// <summary><c>ferrite cache restore</c>.</summary>
internal sealed class CacheRestoreCommand : Command, IHasExamples
{
    private readonly Argument<string> _file = new("SNAPSHOT") { Description = "What 'save' wrote; '-' is standard input." };
    private readonly SelectionOptions _selection = new();
    private readonly Option<bool> _json = SelectionOptions.Json();
    private readonly Option<bool> _summary = SelectionOptions.Summary();

    internal CacheRestoreCommand()
        : base("restore", "Reads into the page cache what a snapshot has and is missing there. Takes nothing out.")
    {
        Add(_file);
        _selection.AddFilters(this);
        Add(_summary);
        Add(_json);
        _summary.Description = "Of JSON: only the sum. Text has no more anyway.";
        SetAction(parsed => RestoreRun.Run(new RestoreOptions
        {
            File = parsed.GetRequiredValue(_file),
            Selection = _selection.Filters(parsed),
            Json = parsed.GetValue(_json),
            SummaryOnly = parsed.GetValue(_summary),
        }));
    }

    public IReadOnlyList<(string Line, string Meaning)> Examples { get; } =
    [
        ("ferrite cache restore /var/cache/db.warm", "After the reboot."),
        ("zcat srv.warm.gz | ferrite cache restore - --include '*.idx'", "Only some of it."),
    ];
}
