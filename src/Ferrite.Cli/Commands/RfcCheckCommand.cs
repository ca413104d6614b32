using System.CommandLine;
using Ferrite.Cli.Rfc;

namespace Ferrite.Cli.Commands;

/// <summary><c>ferrite rfc check</c>.</summary>
internal sealed class RfcCheckCommand : Command, IHasExamples
{
    private readonly Option<bool> _json = RfcOptions.Json();
    private readonly Option<string> _root = RfcOptions.Root();

    internal RfcCheckCommand()
        : base("check", "Finds all that is wrong: headers, sections, numbers, links, states, substantial edits to what is active. Needs no network.")
    {
        Add(_json);
        Add(_root);
        SetAction(parsed => RfcCheckRun.Run(parsed.GetRequiredValue(_root), parsed.GetValue(_json)));
    }

    public IReadOnlyList<(string Line, string Meaning)> Examples { get; } =
    [
        ("ferrite rfc check", "Ends with 1 if anything is wrong: for CI."),
        ("ferrite rfc check --json | jq '.findings[] | .rule'", "For programs."),
    ];
}
