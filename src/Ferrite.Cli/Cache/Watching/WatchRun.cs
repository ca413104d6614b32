using Ferrite.Cli.Commands;
using Ferrite.Cli.Output;

namespace Ferrite.Cli.Cache.Watching;

/// <summary><c>ferrite cache watch</c>: looks again and again, and shows what changed. A signal is its usual end.</summary>
internal static class WatchRun
{
    internal static int Run(WatchOptions options)
    {
        using Stream output = StandardStreams.OpenOutput();
        using var stop = new StopRequest();
        IWatchView view = CreateView(options, output);
        WatchLook? look = null;
        for (int i = 0; i < (options.Count ?? int.MaxValue); i++)
        {
            if (i > 0 && stop.Token.WaitHandle.WaitOne(options.Interval))
            {
                break;
            }

            var next = new WatchLook(look);
            CacheStat.Run(options.Selection, next, errors: null, stop);
            if (stop.IsRequested)
            {
                // Half a look would look like a change.
                break;
            }

            view.Show(next, DateTime.Now);
            look = next;
        }

        return look is null || look.Failures.Count > 0 ? ExitCode.Failed : ExitCode.Ok;
    }

    private static IWatchView CreateView(WatchOptions options, Stream output) =>
        options.Json ? new WatchJson(output)
        : Console.IsOutputRedirected || Environment.GetEnvironmentVariable("TERM") is null or "" or "dumb" ? new WatchBlocks(output, new ErrorOutput(hasProgress: false))
        : new WatchScreen(output);
}
