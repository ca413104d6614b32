using System.CommandLine;
using Ferrite.Cli.Cache.Acting;

namespace Ferrite.Cli.Commands;

/// <summary><c>ferrite cache warm</c>, <c>evict</c> and <c>lock</c>.</summary>
internal sealed class CacheActionCommand : Command, IHasExamples
{
    private readonly SelectionOptions _selection = new();
    private readonly Option<bool> _json = SelectionOptions.Json();
    private readonly Option<bool> _summary = SelectionOptions.Summary();

    private readonly Option<bool> _daemon = new("--daemon", "-d")
    {
        Description = "Go on in the background once all is locked, and print the process to end.",
    };

    private CacheActionCommand(string name, string description, Func<ActionOptions, int> run, bool canDetach = false)
        : base(name, description)
    {
        _selection.AddTo(this);
        Add(_summary);
        Add(_json);
        if (canDetach && OperatingSystem.IsLinux())
        {
            Add(_daemon);
        }

        _summary.Description = "Of JSON: only the sum. Text has no more anyway.";
        SetAction(parsed => run(new ActionOptions
        {
            Selection = _selection.Read(parsed),
            Json = parsed.GetValue(_json),
            SummaryOnly = parsed.GetValue(_summary),
            Daemon = canDetach && OperatingSystem.IsLinux() && parsed.GetValue(_daemon),
        }));
    }

    public required IReadOnlyList<(string Line, string Meaning)> Examples { get; init; }

    internal static CacheActionCommand Warm() => new("warm", "Reads into the page cache what is missing there, and nothing else.", WarmRun.Run)
    {
        Examples =
        [
            ("ferrite cache warm /var/lib/db", "A database, before traffic comes."),
            ("ferrite cache warm --range -64M --include '*.idx' /var/lib/db", "The first 64 MiB of each index."),
        ],
    };

    internal static CacheActionCommand Evict() => new(
        "evict", "Takes pages out of the page cache, written back first where they have to be. Says which ones won't go, and why.",
        static options => NeedsResidency.Run(() => EvictRun.Run(options)))
    {
        Examples =
        [
            ("ferrite cache evict backup.tar", "What was read once and is not needed again."),
            ("ferrite cache evict . && time make test", "How long it takes with a cold cache."),
        ],
    };

    internal static CacheActionCommand Lock() => new(
        "lock", "Brings pages in and keeps them in memory, whatever it is wanted for, until Ctrl-C or another signal.", LockRun.Run, canDetach: true)
    {
        Examples =
        [
            ("ferrite cache lock /usr/bin/sshd /lib/x86_64-linux-gnu", "To get in even when memory runs out."),
            ("pid=$(ferrite cache lock --daemon index.db); …; kill \"$pid\"", "In the background; released by the signal."),
        ],
    };
}
