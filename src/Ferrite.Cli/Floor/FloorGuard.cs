using Ferrite.Cli.Commands;
using Ferrite.Cli.Output;
using Ferrite.SdkFloor;

namespace Ferrite.Cli.Floor;

/// <summary>What a command can't work with ends it with a sentence and <see cref="ExitCode.Usage"/>, never with a stack trace.</summary>
internal static class FloorGuard
{
    internal static async Task<int> RunAsync(Func<Task<int>> command)
    {
        try
        {
            return await command().ConfigureAwait(false);
        }
        catch (Exception e) when (e is FloorException or IOException or UnauthorizedAccessException)
        {
            new ErrorOutput(hasProgress: false).WriteLine(e.Message);
            return ExitCode.Usage;
        }
    }
}
