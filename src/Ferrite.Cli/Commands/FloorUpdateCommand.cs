using System.CommandLine;
using Ferrite.Cli.Floor;

namespace Ferrite.Cli.Commands;

/// <summary><c>ferrite floor update</c>.</summary>
internal sealed class FloorUpdateCommand : Command, IHasExamples
{
    private readonly Argument<string[]> _packages = new("PACKAGE")
    {
        Description = "Packages that the project refers to; all of them where none is named.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _project = FloorOptions.Project();
    private readonly Option<string?> _sdk = FloorOptions.Sdk();
    private readonly Option<string[]> _source = FloorOptions.Source();
    private readonly Option<bool> _prerelease = FloorOptions.Prerelease();
    private readonly Option<bool> _dryRun = FloorOptions.DryRun();
    private readonly Option<bool> _json = FloorOptions.Json();

    internal FloorUpdateCommand()
        : base("update", "Writes the newest listed versions whose floors fit: up where a newer one does, down where the present one doesn't.")
    {
        Add(_packages);
        Add(_project);
        Add(_sdk);
        Add(_source);
        Add(_prerelease);
        Add(_dryRun);
        Add(_json);
        SetAction((parsed, _) => FloorGuard.RunAsync(() => SelectRun.UpdateAsync(parsed.GetValue(_packages) ?? [], new SelectOptions
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
        ("ferrite floor update", "All packages of the project or solution here."),
        ("ferrite floor update System.Text.Json --sdk 8.0.100", "One of them, for an older SDK."),
    ];
}
