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
        catch (Exception e) when (e is not (OutputClosedException or OutputFailedException))
        {
            // A fault of ours, or of NuGet or MSBuild, at an input that nobody thought of. Its kind is worth more to a report than a screen of frames.
            new ErrorOutput(hasProgress: false).WriteLine($"This should not have happened, {e.GetType().Name}: {e.Message}");
            return ExitCode.Usage;
        }
    }
}
