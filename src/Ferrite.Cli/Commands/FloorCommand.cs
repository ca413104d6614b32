using System.CommandLine;

namespace Ferrite.Cli.Commands;

/// <summary><c>ferrite floor</c>.</summary>
internal static class FloorCommand
{
    internal static Command Create() => new("floor", "Which SDK a project and its packages need.")
    {
        new FloorInitCommand(),
        new FloorCheckCommand(),
        new FloorFindCommand(),
        new FloorAddCommand(),
        new FloorUpdateCommand(),
        new FloorTablesCommand(),
    };
}
