using System.CommandLine;
using Ferrite.Cli.Rfc;
using Ferrite.Rfcs.Model;

namespace Ferrite.Cli.Commands;

/// <summary><c>ferrite rfc list</c>.</summary>
internal sealed class RfcListCommand : Command, IHasExamples
{
    private readonly Option<string[]> _state = new("--state") { Description = "RFCs in this state; may be given again. Else the active ones.", HelpName = "STATE" };
    private readonly Option<bool> _all = new("--all", "-a") { Description = "RFCs in any state." };
    private readonly Option<bool> _json = RfcOptions.Json();
    private readonly Option<string> _root = RfcOptions.Root();

    internal RfcListCommand()
        : base("list", "Lists the active RFCs, or those in other states.")
    {
        string[] names = [.. Enum.GetValues<RfcState>().Select(Names.Of)];
        _state.AcceptOnlyFromAmong(names);
        Add(_state);
        Add(_all);
        Add(_json);
        Add(_root);
        SetAction(parsed => RfcListRun.List(parsed.GetRequiredValue(_root), StatesOf(parsed), parsed.GetValue(_json)));
    }

    public IReadOnlyList<(string Line, string Meaning)> Examples { get; } =
    [
        ("ferrite rfc list", "What was agreed on, and is not implemented yet."),
        ("ferrite rfc list --state proposed --state 'final comment period'", "What is discussed."),
        ("ferrite rfc list --all --json | jq '.rfcs[].title'", "For programs."),
    ];

    /// <summary>Empty for all.</summary>
    private RfcState[] StatesOf(ParseResult parsed) => parsed.GetValue(_all) ? []
        : parsed.GetValue(_state) is { Length: > 0 } given ? [.. given.Select(static name => Names.State(name)!.Value)]
        : [RfcState.Active];
}
