using System.CommandLine;
using Ferrite.Cli.Rfc;

namespace Ferrite.Cli.Commands;

/// <summary><c>ferrite rfc init</c>.</summary>
internal sealed class RfcInitCommand : Command, IHasExamples
{
    private readonly Argument<string> _directory = new("DIRECTORY")
    {
        Description = "The top of the repository.",
        DefaultValueFactory = static _ => ".",
    };

    internal RfcInitCommand()
        : base("init", "Makes the folder rfcs: a template, and the sub-teams. What is there stays as it is.")
    {
        Add(_directory);
        SetAction(parsed => RfcRun.Init(parsed.GetRequiredValue(_directory)));
    }

    public IReadOnlyList<(string Line, string Meaning)> Examples { get; } = [("ferrite rfc init", "In the repository here.")];
}
