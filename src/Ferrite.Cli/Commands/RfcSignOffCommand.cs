using System.CommandLine;
using Ferrite.Cli.Rfc;

namespace Ferrite.Cli.Commands;

/// <summary><c>ferrite rfc sign-off</c>.</summary>
internal sealed class RfcSignOffCommand : Command, IHasExamples
{
    private readonly Argument<string> _number = RfcOptions.Number();
    private readonly Argument<string> _member = new("MEMBER") { Description = "A member of the RFC's sub-team, with or without the @." };
    private readonly Option<bool> _withdraw = new("--withdraw") { Description = "Take the sign-off back." };
    private readonly Option<string> _root = RfcOptions.Root();

    internal RfcSignOffCommand()
        : base("sign-off", "Notes that a member of the sub-team has read a proposed RFC and consents to decide on it.")
    {
        Add(_number);
        Add(_member);
        Add(_withdraw);
        Add(_root);
        SetAction(parsed => RfcRun.Act(parsed.GetRequiredValue(_root), parsed.GetRequiredValue(_number), (process, rfc) => parsed.GetValue(_withdraw)
            ? process.Withdraw(rfc, parsed.GetRequiredValue(_member))
            : process.SignOff(rfc, parsed.GetRequiredValue(_member))));
    }

    public IReadOnlyList<(string Line, string Meaning)> Examples { get; } =
    [
        ("ferrite rfc sign-off 12 ann", "Ann has read it."),
        ("ferrite rfc sign-off 12 ann --withdraw", "Ann has second thoughts."),
    ];
}
