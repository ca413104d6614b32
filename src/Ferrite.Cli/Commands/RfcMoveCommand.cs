using System.CommandLine;
using Ferrite.Cli.Rfc;
using Ferrite.Rfcs.Lifecycle;
using Document = Ferrite.Rfcs.Model.Rfc;

namespace Ferrite.Cli.Commands;

/// <summary>The commands that move an RFC to another state, and need nothing but its number.</summary>
internal sealed class RfcMoveCommand : Command, IHasExamples
{
    private readonly Argument<string> _number = RfcOptions.Number();
    private readonly Option<string> _root = RfcOptions.Root();

    private RfcMoveCommand(string name, string description, string meaning, Func<RfcProcess, Document, Document> move)
        : base(name, description)
    {
        Add(_number);
        Add(_root);
        Examples = [($"ferrite rfc {name} 12", meaning)];
        SetAction(parsed => RfcRun.Act(parsed.GetRequiredValue(_root), parsed.GetRequiredValue(_number), move));
    }

    public IReadOnlyList<(string Line, string Meaning)> Examples { get; }

    internal static Command Close() => new RfcMoveCommand(
        "close", "Rejects an RFC, when its final comment period to close is over.", "It won't be done.", static (process, rfc) => process.Close(rfc));

    internal static Command Postpone() => new RfcMoveCommand(
        "postpone", "Rejects an RFC for now, when its final comment period to postpone is over.", "It won't be done yet.", static (process, rfc) => process.Postpone(rfc));

    internal static Command Reopen() => new RfcMoveCommand(
        "reopen", "Proposes a postponed RFC again.", "The time is right now; all sign off anew.", static (process, rfc) => process.Reopen(rfc));

    internal static Command Implement() => new RfcMoveCommand(
        "implement", "Notes that an active RFC is implemented.", "All it asks for is there.", static (_, rfc) => RfcProcess.Implement(rfc));
}
