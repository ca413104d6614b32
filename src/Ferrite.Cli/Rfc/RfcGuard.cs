using Ferrite.Cli.Commands;
using Ferrite.Cli.Output;
using Ferrite.Rfcs;

namespace Ferrite.Cli.Rfc;

/// <summary>What a rule of the process forbids ends a command with 1 and the rule, what can't be worked with ends it with 2 and a sentence.</summary>
internal static class RfcGuard
{
    internal static int Run(Func<int> command)
    {
        var errors = new ErrorOutput(hasProgress: false);
        try
        {
            return command();
        }
        catch (RefusedException e)
        {
            errors.WriteLine($"{e.Message}\nRule '{e.Rule.Id}': {e.Rule.Text}");
            return ExitCode.Failed;
        }
        catch (Exception e) when (e is RfcException or IOException or UnauthorizedAccessException)
        {
            errors.WriteLine(e.Message);
            return ExitCode.Usage;
        }
    }
}
