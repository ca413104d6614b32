using System.CommandLine;
using Ferrite.Cli.Floor;

namespace Ferrite.Cli.Commands;

/// <summary><c>ferrite floor init</c>.</summary>
internal sealed class FloorInitCommand : Command, IHasExamples
{
    private readonly Argument<string> _path = new("PATH")
    {
        Description = "A project, a directory with one, or a Directory.Build.props that may not be there yet.",
        DefaultValueFactory = static _ => ".",
    };

    private readonly Option<string?> _sdk = new("--sdk") { Description = "The floor, in any form that MinimumSdkVersion has; else the SDK that builds here." };
    private readonly Option<bool> _force = new("--force") { Description = "Replace a floor that is declared already." };
    private readonly Option<bool> _dryRun = FloorOptions.DryRun();
    private readonly Option<bool> _json = FloorOptions.Json();

    internal FloorInitCommand()
        : base("init", "Declares a floor: the SDK that builds here.")
    {
        Add(_path);
        Add(_sdk);
        Add(_force);
        Add(_dryRun);
        Add(_json);
        SetAction((parsed, _) => FloorGuard.RunAsync(() => InitRun.RunAsync(new InitOptions
        {
            Path = parsed.GetRequiredValue(_path),
            Floor = parsed.GetValue(_sdk),
            Force = parsed.GetValue(_force),
            DryRun = parsed.GetValue(_dryRun),
            Json = parsed.GetValue(_json),
        })));
    }

    public IReadOnlyList<(string Line, string Meaning)> Examples { get; } =
    [
        ("ferrite floor init", "In the project here."),
        ("ferrite floor init Directory.Build.props", "For all projects below."),
        ("ferrite floor init --sdk 8.0.100", "An older SDK; 'find' tells which would hold."),
    ];
}
