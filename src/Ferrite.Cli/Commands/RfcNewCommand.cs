using System.CommandLine;
using Ferrite.Cli.Rfc;

namespace Ferrite.Cli.Commands;

/// <summary><c>ferrite rfc new</c>.</summary>
internal sealed class RfcNewCommand : Command, IHasExamples
{
    private readonly Argument<string> _name = new("NAME") { Description = "Small letters and digits, with hyphens between." };
    private readonly Option<string?> _team = RfcOptions.Team();
    private readonly Option<string> _root = RfcOptions.Root();

    internal RfcNewCommand()
        : base("new", "Begins a draft, rfcs/text/0000-NAME.md, from the template. Never writes over a file.")
    {
        Add(_name);
        Add(_team);
        Add(_root);
        SetAction(parsed => RfcRun.Create(parsed.GetRequiredValue(_root), parsed.GetRequiredValue(_name), parsed.GetValue(_team)));
    }

    public IReadOnlyList<(string Line, string Meaning)> Examples { get; } =
    [
        ("ferrite rfc new short-reads", "A draft to be filled in."),
        ("ferrite rfc new short-reads --team core", "With the sub-team that will decide."),
    ];
}
