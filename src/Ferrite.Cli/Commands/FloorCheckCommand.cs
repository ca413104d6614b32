using System.CommandLine;
using Ferrite.Cli.Floor;

namespace Ferrite.Cli.Commands;

/// <summary><c>ferrite floor check</c>.</summary>
internal sealed class FloorCheckCommand : Command, IHasExamples
{
    private readonly Argument<string> _path = FloorOptions.Path();
    private readonly Option<string?> _sdk = FloorOptions.Sdk();
    private readonly Option<bool> _json = FloorOptions.Json();
    private readonly Option<string?> _framework = new("--framework", "-f") { Description = "Only this target framework." };
    private readonly Option<string?> _runtime = new("--runtime", "-r") { Description = "Only this runtime identifier." };
    private readonly Option<bool> _offline = new("--offline") { Description = "Ask no feed which version of an offender would do." };
    private readonly Option<string[]> _source = FloorOptions.Source();

    internal FloorCheckCommand()
        : base("check", "Holds every floor of a restored project against an SDK, and lists all that is wrong.")
    {
        Add(_path);
        Add(_sdk);
        Add(_framework);
        Add(_runtime);
        Add(_offline);
        Add(_source);
        Add(_json);
        SetAction((parsed, _) => FloorGuard.RunAsync(() => CheckRun.RunAsync(new CheckOptions
        {
            Path = parsed.GetRequiredValue(_path),
            Sdk = parsed.GetValue(_sdk),
            Framework = parsed.GetValue(_framework),
            Runtime = parsed.GetValue(_runtime),
            Offline = parsed.GetValue(_offline),
            Sources = parsed.GetValue(_source) ?? [],
            Json = parsed.GetValue(_json),
        })));
    }

    public IReadOnlyList<(string Line, string Meaning)> Examples { get; } =
    [
        ("ferrite floor check", "Whether the SDK that builds here meets every floor."),
        ("ferrite floor check --sdk 9.0.100", "Whether an older one would."),
        ("ferrite floor check src/App -f net10.0 -r linux-x64", "One target of one project."),
        ("ferrite floor check --json | jq '.findings[] | .package'", "For programs."),
    ];
}
