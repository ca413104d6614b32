using System.CommandLine;
using Ferrite.Cli.Cache;

namespace Ferrite.Cli.Commands;

/// <summary><c>ferrite cache stat</c>.</summary>
internal sealed class CacheStatCommand : Command, IHasExamples
{
    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Files, and directories with all that is in them. Symbolic links are followed here, but not inside directories.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<bool> _json = new("--json")
    {
        Description = "Write JSON: one object, one line a file, with the resident ranges in bytes.",
    };

    private readonly Option<bool> _summary = new("--summary", "-s") { Description = "Only the sum, not a line for each file." };

    private readonly Option<bool> _oneFileSystem = new("--one-file-system", "-x")
    {
        Description = "Leave out directories on other file systems than their PATH.",
    };

    internal CacheStatCommand()
        : base("stat", "Shows how much of files is in the page cache, and where. Reads nothing into it.")
    {
        Add(_paths);
        Add(_json);
        Add(_summary);
        if (OperatingSystem.IsLinux())
        {
            Add(_oneFileSystem);
        }

        SetAction(parsed => CacheStat.Run(parsed.GetRequiredValue(_paths), new CacheStatOptions
        {
            Json = parsed.GetValue(_json),
            SummaryOnly = parsed.GetValue(_summary),
            OneFileSystem = OperatingSystem.IsLinux() && parsed.GetValue(_oneFileSystem),
        }));
    }

    public IReadOnlyList<(string Line, string Meaning)> Examples { get; } =
    [
        ("ferrite cache stat big.db", "Which part of one file is in memory."),
        ("ferrite cache stat -s /usr /var/lib", "How much of two trees is; hard links count once."),
        ("ferrite cache stat --json . | jq '.total'", "For programs."),
        ("ferrite cache stat -x / 2>/dev/null | sort -rn | head", "The files with the most pages in memory."),
    ];
}
