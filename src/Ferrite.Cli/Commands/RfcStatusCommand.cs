using System.CommandLine;
using Ferrite.Cli.Rfc;

namespace Ferrite.Cli.Commands;

/// <summary><c>ferrite rfc status</c>.</summary>
internal sealed class RfcStatusCommand : Command, IHasExamples
{
    private readonly Argument<string?> _number = new("NUMBER") { Description = "One RFC; else all whose life isn't over.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<bool> _json = RfcOptions.Json();
    private readonly Option<string> _root = RfcOptions.Root();

    internal RfcStatusCommand()
        : base("status", "Shows how far RFCs are: who has yet to sign off, how many days of a final comment period are left.")
    {
        Add(_number);
        Add(_json);
        Add(_root);
        SetAction(parsed => RfcListRun.Status(parsed.GetRequiredValue(_root), parsed.GetValue(_number), parsed.GetValue(_json)));
    }

    public IReadOnlyList<(string Line, string Meaning)> Examples { get; } =
    [
        ("ferrite rfc status", "What waits for whom."),
        ("ferrite rfc status --json | jq '.rfcs[] | select(.daysLeft == 0)'", "What can be decided today."),
    ];
}
