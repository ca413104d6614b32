using System.CommandLine;
using Ferrite.Cli.Cache.Watching;

namespace Ferrite.Cli.Commands;

/// <summary><c>ferrite cache watch</c>.</summary>
internal sealed class CacheWatchCommand : Command, IHasExamples
{
    private readonly SelectionOptions _selection = new();
    private readonly Option<bool> _json = new("--json") { Description = "Write a line of JSON for each look, described in docs/ferrite-cache.md." };

    private readonly Option<double> _interval = new("--interval")
    {
        Description = "Seconds between two looks.",
        HelpName = "SECONDS",
        DefaultValueFactory = static _ => 2,
    };

    private readonly Option<int?> _count = new("--count", "-n") { Description = "End after so many looks.", HelpName = "N" };

    internal CacheWatchCommand()
        : base("watch", "Looks again and again, and shows which files came into the page cache and which left it. Ctrl-C ends it.")
    {
        _selection.AddTo(this);
        Add(_interval);
        Add(_count);
        Add(_json);
        _interval.Validators.Add(static result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<double>() is not (>= 0.01 and <= 86_400))
            {
                result.AddError("--interval is between 0.01 and 86400 seconds.");
            }
        });
        _count.Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<int?>() < 1)
            {
                result.AddError("--count is at least 1.");
            }
        });
        SetAction(parsed => NeedsResidency.Run(() => WatchRun.Run(new WatchOptions
        {
            Selection = _selection.Read(parsed),
            Interval = TimeSpan.FromSeconds(parsed.GetValue(_interval)),
            Count = parsed.GetValue(_count),
            Json = parsed.GetValue(_json),
        })));
    }

    public IReadOnlyList<(string Line, string Meaning)> Examples { get; } =
    [
        ("ferrite cache watch /var/lib/db", "A live view, every two seconds."),
        ("ferrite cache watch --interval 60 --json /srv | tee -a cache.jsonl", "A record of what comes and goes."),
    ];
}
