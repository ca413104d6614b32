using Ferrite.Cli.Output;

namespace Ferrite.Cli.Commands;

/// <summary>Commands that are about what is in the page cache, where the OS has no way to tell.</summary>
internal static class NeedsResidency
{
    internal static int Run(Func<int> command)
    {
        if (!OperatingSystem.IsWindows())
        {
            return command();
        }

        new ErrorOutput(hasProgress: false).WriteLine("Windows has no way to ask what of a file is in memory, nor to take it out: this works on Linux and macOS.");
        return ExitCode.Usage;
    }
}
