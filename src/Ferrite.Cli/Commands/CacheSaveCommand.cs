using System.CommandLine;
using Ferrite.Cli.Cache.Snapshots;

namespace Ferrite.Cli.Commands;

/// <summary><c>ferrite cache save</c>.</summary>
internal sealed class CacheSaveCommand : Command, IHasExamples
{
    private readonly Argument<string> _file = new("SNAPSHOT") { Description = "Where to write it, whole or not at all; '-' is standard output." };
    private readonly SelectionOptions _selection = new();
    private readonly Option<bool> _json = SelectionOptions.Json();

    internal CacheSaveCommand()
        : base("save", "Writes down which parts of files are in the page cache, for 'restore'.")
    {
        Add(_file);
        _selection.AddTo(this);
        Add(_json);
        SetAction(parsed => NeedsResidency.Run(() =>
            SaveRun.Run(_selection.Read(parsed), parsed.GetRequiredValue(_file), parsed.GetValue(_json))));
    }

    public IReadOnlyList<(string Line, string Meaning)> Examples { get; } =
    [
        ("ferrite cache save /var/cache/db.warm /var/lib/db", "Before a reboot, or a backup that flushes the cache."),
        ("ferrite cache save - /srv | gzip > srv.warm.gz", "To take elsewhere."),
    ];
}
