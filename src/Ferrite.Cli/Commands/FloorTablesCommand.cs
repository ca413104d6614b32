using System.CommandLine;
using Ferrite.Cli.Floor;

namespace Ferrite.Cli.Commands;

/// <summary><c>ferrite floor tables</c>.</summary>
internal sealed class FloorTablesCommand : Command, IHasExamples
{
    private readonly Option<string?> _from = new("--from")
    {
        Description = "A downloaded releases-index.json to renew the tables from; releases.json of channels are read where they lie beside it: 10.0/releases.json.",
    };

    private readonly Option<string?> _output = new("--output", "-o") { Description = "The file to write; else the one that the tool reads for this user." };
    private readonly Option<bool> _json = FloorOptions.Json();

    internal FloorTablesCommand()
        : base("tables", "Shows which SDK brought which compiler, language and frameworks, or renews that.")
    {
        Add(_from);
        Add(_output);
        Add(_json);
        SetAction((parsed, _) => FloorGuard.RunAsync(() => TablesRun.RunAsync(
            parsed.GetValue(_from), parsed.GetValue(_output), parsed.GetValue(_json))));
    }

    public IReadOnlyList<(string Line, string Meaning)> Examples { get; } =
    [
        ("ferrite floor tables", "What is known, and from where."),
        ("ferrite floor tables --from core/release-notes/releases-index.json", "After new SDKs were released."),
    ];
}
