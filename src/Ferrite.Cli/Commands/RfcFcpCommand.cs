using System.CommandLine;
using System.CommandLine.Parsing;
using Ferrite.Cli.Rfc;
using Ferrite.Rfcs.Model;

namespace Ferrite.Cli.Commands;

/// <summary><c>ferrite rfc fcp</c>.</summary>
internal sealed class RfcFcpCommand : Command, IHasExamples
{
    private readonly Argument<string> _number = RfcOptions.Number();
    private readonly Option<bool> _merge = new("--merge") { Description = "The sub-team means to accept it." };
    private readonly Option<bool> _close = new("--close") { Description = "The sub-team means to reject it." };
    private readonly Option<bool> _postpone = new("--postpone") { Description = "The sub-team means to reject it for now." };
    private readonly Option<string?> _cancel = new("--cancel") { Description = "A substantial new argument, in a sentence: the RFC is proposed again.", HelpName = "REASON" };
    private readonly Option<string> _root = RfcOptions.Root();

    internal RfcFcpCommand()
        : base("fcp", "Opens the final comment period of ten days, when every member of the sub-team has signed off; or cancels it.")
    {
        Add(_number);
        Add(_merge);
        Add(_close);
        Add(_postpone);
        Add(_cancel);
        Add(_root);
        Validators.Add(MustBeOne);
        SetAction(parsed => RfcRun.Act(parsed.GetRequiredValue(_root), parsed.GetRequiredValue(_number), (process, rfc) => parsed.GetValue(_cancel) is { } reason
            ? process.CancelPeriod(rfc, reason)
            : process.OpenPeriod(rfc, parsed.GetValue(_merge) ? Disposition.Merge : parsed.GetValue(_close) ? Disposition.Close : Disposition.Postpone)));
    }

    public IReadOnlyList<(string Line, string Meaning)> Examples { get; } =
    [
        ("ferrite rfc fcp 12 --merge", "It will be accepted, unless somebody objects within ten days."),
        ("ferrite rfc fcp 12 --cancel 'It breaks readers of short files: see the pull request.'", "Somebody did: back to discussion, with new sign-offs."),
    ];

    private void MustBeOne(CommandResult result)
    {
        int given = ((Option<bool>[])[_merge, _close, _postpone]).Count(result.GetValue) + (result.GetResult(_cancel) is null ? 0 : 1);
        if (given != 1)
        {
            result.AddError("Say one of --merge, --close, --postpone and --cancel REASON.");
        }
        else if (result.GetResult(_cancel) is { Tokens: [{ Value: var reason }] } && string.IsNullOrWhiteSpace(reason))
        {
            result.AddError("Say why the final comment period is cancelled.");
        }
    }
}
