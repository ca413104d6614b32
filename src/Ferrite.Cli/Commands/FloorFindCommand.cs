using System.CommandLine;
using Ferrite.Cli.Floor;

namespace Ferrite.Cli.Commands;

/// <summary><c>ferrite floor find</c>.</summary>
internal sealed class FloorFindCommand : Command, IHasExamples
{
    private readonly Argument<string> _path = FloorOptions.Path();
    private readonly Option<bool> _build = new("--build") { Description = "Build with each SDK installed, the oldest first, until one succeeds." };
    private readonly Option<bool> _json = FloorOptions.Json();

    internal FloorFindCommand()
        : base("find", "Finds the lowest floor that holds, by what the project targets, says and depends on.")
    {
        Add(_path);
        Add(_build);
        Add(_json);
        SetAction((parsed, _) => FloorGuard.RunAsync(() => FindRun.RunAsync(
            parsed.GetRequiredValue(_path), parsed.GetValue(_build), parsed.GetValue(_json))));
    }

    public IReadOnlyList<(string Line, string Meaning)> Examples { get; } =
    [
        ("ferrite floor find", "The lowest floor, and what demands it."),
        ("ferrite floor find --build", "Proved by building, with the SDKs that are installed."),
    ];
}
