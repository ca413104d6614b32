using System.CommandLine;
using Ferrite.Cli.Floor;

namespace Ferrite.Cli.Commands;

/// <summary><c>ferrite floor add</c>.</summary>
internal sealed class FloorAddCommand : Command, IHasExamples
{
    private readonly Argument<string> _package = new("PACKAGE") { Description = "The package's id." };
    private readonly Option<string?> _project = FloorOptions.Project();
    private readonly Option<string?> _sdk = FloorOptions.Sdk();
    private readonly Option<string[]> _source = FloorOptions.Source();
    private readonly Option<bool> _prerelease = FloorOptions.Prerelease();
    private readonly Option<bool> _dryRun = FloorOptions.DryRun();
    private readonly Option<bool> _json = FloorOptions.Json();

    internal FloorAddCommand()
        : base("add", "Adds the newest listed version of a package whose floor fits: the project's own floor, or the SDK where it declares none.")
    {
        Add(_package);
        Add(_project);
        Add(_sdk);
        Add(_source);
        Add(_prerelease);
        Add(_dryRun);
        Add(_json);
        SetAction((parsed, _) => FloorGuard.RunAsync(() => SelectRun.AddAsync(parsed.GetRequiredValue(_package), new SelectOptions
        {
            Project = parsed.GetValue(_project) ?? ".",
            Sdk = parsed.GetValue(_sdk),
            Sources = parsed.GetValue(_source) ?? [],
            Prerelease = parsed.GetValue(_prerelease),
            DryRun = parsed.GetValue(_dryRun),
            Json = parsed.GetValue(_json),
        })));
    }

    public IReadOnlyList<(string Line, string Meaning)> Examples { get; } =
    [
        ("ferrite floor add Meziantou.Analyzer", "In the project here."),
        ("ferrite floor add Meziantou.Analyzer --sdk 6.0.400 --dry-run", "Which version that SDK could use."),
    ];
}
