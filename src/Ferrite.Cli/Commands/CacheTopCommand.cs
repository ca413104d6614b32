using System.CommandLine;
using System.Globalization;
using Ferrite.Cli.Cache;
using Ferrite.Cli.Output;

namespace Ferrite.Cli.Commands;

/// <summary><c>ferrite cache top</c>.</summary>
internal sealed class CacheTopCommand : Command, IHasExamples
{
    private readonly SelectionOptions _selection = new();
    private readonly Option<bool> _json = SelectionOptions.Json();

    private readonly Option<int> _count = new("--number", "-n")
    {
        Description = "How many files.",
        HelpName = "N",
        DefaultValueFactory = static _ => 20,
    };

    internal CacheTopCommand()
        : base("top", "Shows the files that have the most in the page cache, each once whatever its names.")
    {
        _selection.AddTo(this);
        Add(_count);
        Add(_json);
        _count.Validators.Add(static result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out int count) || count < 1))
            {
                result.AddError("--number is a whole number, at least 1.");
            }
        });
        SetAction(parsed => NeedsResidency.Run(() => CacheStat.Run(_selection.Read(parsed), hasLines: false, output => new TopReport(
            parsed.GetValue(_json) ? new JsonReport(output, "top", summaryOnly: false) : new TextReport(TextOutput.Create(output), summaryOnly: false),
            parsed.GetValue(_count)))));
    }

    public IReadOnlyList<(string Line, string Meaning)> Examples { get; } =
    [
        ("ferrite cache top /", "What fills the memory of this machine."),
        ("ferrite cache top -x -n 5 /var --exclude '*.log'", "Five files of one file system, no logs."),
    ];
}
