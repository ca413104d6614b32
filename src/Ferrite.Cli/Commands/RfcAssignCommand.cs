using System.CommandLine;
using System.CommandLine.Parsing;
using Ferrite.Cli.Rfc;
using Ferrite.Rfcs.Model;

namespace Ferrite.Cli.Commands;

/// <summary><c>ferrite rfc assign</c>.</summary>
internal sealed class RfcAssignCommand : Command, IHasExamples
{
    private readonly Argument<string> _file = new("FILE") { Description = "The draft: its path, or its file's name." };
    private readonly Argument<int> _number = new("NUMBER") { Description = "Such as that of its pull request." };
    private readonly Option<string?> _team = RfcOptions.Team();
    private readonly Option<string> _root = RfcOptions.Root();

    internal RfcAssignCommand()
        : base("assign", "Proposes a draft: gives it its number, in its header and in the names of its files.")
    {
        Add(_file);
        Add(_number);
        Add(_team);
        Add(_root);
        _number.Validators.Add(MustBePositive);
        SetAction(parsed => RfcRun.Act(parsed.GetRequiredValue(_root), parsed.GetRequiredValue(_file),
            (process, rfc) => process.Assign(rfc, parsed.GetRequiredValue(_number), parsed.GetValue(_team))));
    }

    public IReadOnlyList<(string Line, string Meaning)> Examples { get; } =
    [
        ("ferrite rfc assign rfcs/text/0000-short-reads.md 12", "It is RFC 12 now, rfcs/text/0012-short-reads.md, and proposed."),
        ("ferrite rfc assign 0000-short-reads.md 12 --team core", "By its name, with the sub-team that will decide."),
    ];

    private static void MustBePositive(ArgumentResult result)
    {
        if (result.Tokens is [var token] && Names.Number(token.Value) is not <= 999_999_999)
        {
            result.AddError($"'{token.Value}' is no number between 1 and 999999999.");
        }
    }
}
