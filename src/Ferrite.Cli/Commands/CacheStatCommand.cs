using System.CommandLine;
using Ferrite.Cli.Cache;
using Ferrite.Cli.Files;
using Ferrite.Cli.Output;

namespace Ferrite.Cli.Commands;

/// <summary><c>ferrite cache stat</c>.</summary>
internal sealed class CacheStatCommand : Command, IHasExamples
{
    private readonly SelectionOptions _selection = new();
    private readonly Option<bool> _json = SelectionOptions.Json();
    private readonly Option<bool> _summary = SelectionOptions.Summary();
    private readonly Option<bool> _map = new("--map", "-m") { Description = "Draw the pages of each file, row by row." };
    private readonly Option<string?> _svg = new("--svg") { Description = "Draw a picture of all files into this file as well.", HelpName = "FILE" };

    internal CacheStatCommand()
        : base("stat", "Shows how much of files is in the page cache, and where. Reads nothing into it.")
    {
        _selection.AddTo(this);
        Add(_map);
        Add(_svg);
        Add(_summary);
        Add(_json);
        Validators.Add(result =>
        {
            if (result.GetValue(_map) && (result.GetValue(_json) || result.GetValue(_summary)))
            {
                result.AddError("--map goes with neither --json nor --summary.");
            }
        });
        SetAction(Run);
    }

    public IReadOnlyList<(string Line, string Meaning)> Examples { get; } =
    [
        ("ferrite cache stat big.db", "Which part of one file is in memory."),
        ("ferrite cache stat --map --range 1G-2G big.db", "Its second gigabyte, page by page."),
        ("ferrite cache stat -s --include '*.so*' /usr /opt", "How much of all libraries is; hard links count once."),
        ("ferrite cache stat --json . | jq '.total'", "For programs."),
        ("ferrite cache stat -s --svg cache.svg /var/lib/db", "A picture for a browser."),
    ];

    private int Run(ParseResult parsed)
    {
        TreeSelection selection = _selection.Read(parsed);
        bool summary = parsed.GetValue(_summary);
        string? svg = parsed.GetValue(_svg);
        return CacheStat.Run(selection, hasLines: !summary, output =>
        {
            IResidencyReport report = parsed.GetValue(_json) ? new JsonReport(output, "stat", summary)
                : parsed.GetValue(_map) ? new MapReport(TextOutput.Create(output))
                : new TextReport(TextOutput.Create(output), summary);
            return svg is null ? report : new BothReports(report, new SvgReport(svg));
        });
    }
}
