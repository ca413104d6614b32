using System.CommandLine;
using Ferrite.Cli.Rfc;

namespace Ferrite.Cli.Commands;

/// <summary><c>ferrite rfc accept</c>.</summary>
internal sealed class RfcAcceptCommand : Command, IHasExamples
{
    private readonly Argument<string> _number = RfcOptions.Number();
    private readonly Option<string?> _tracking = new("--tracking") { Description = "The issue that tracks its implementation, where the header doesn't name it yet.", HelpName = "ISSUE" };
    private readonly Option<string> _root = RfcOptions.Root();

    internal RfcAcceptCommand()
        : base("accept", "Makes an RFC active, when its final comment period to merge is over.")
    {
        Add(_number);
        Add(_tracking);
        Add(_root);
        SetAction(parsed => RfcRun.Act(parsed.GetRequiredValue(_root), parsed.GetRequiredValue(_number), (process, rfc) => process.Accept(rfc, parsed.GetValue(_tracking))));
    }

    public IReadOnlyList<(string Line, string Meaning)> Examples { get; } =
        [("ferrite rfc accept 12 --tracking 'issue 34'", "It may be implemented, and issue 34 tells how far that is.")];
}
