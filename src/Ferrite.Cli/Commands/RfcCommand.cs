using System.CommandLine;

namespace Ferrite.Cli.Commands;

/// <summary><c>ferrite rfc</c>.</summary>
internal static class RfcCommand
{
    internal static Command Create() => new("rfc", "The life of RFCs: substantial changes, designed and agreed on before they are made.")
    {
        new RfcInitCommand(),
        new RfcNewCommand(),
        new RfcAssignCommand(),
        new RfcSignOffCommand(),
        new RfcFcpCommand(),
        new RfcStatusCommand(),
        new RfcAcceptCommand(),
        RfcMoveCommand.Close(),
        RfcMoveCommand.Postpone(),
        RfcMoveCommand.Reopen(),
        RfcMoveCommand.Implement(),
        new RfcListCommand(),
        new RfcCheckCommand(),
        new RfcBookCommand(),
    };
}
