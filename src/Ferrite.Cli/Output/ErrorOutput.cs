using Ferrite.Cli.Files;

namespace Ferrite.Cli.Output;

/// <summary>Standard error: what failed, and while nothing else shows it, how far the work has come, in one line that is written over.</summary>
internal sealed class ErrorOutput
{
    private const string StartOver = "\r\e[K";
    private const int MillisecondsToFirst = 500;
    private const int MillisecondsBetween = 100;

    private readonly bool _hasProgress;
    private long _next = Environment.TickCount64 + MillisecondsToFirst;
    private bool _isShown;

    internal ErrorOutput(bool hasProgress) =>
        _hasProgress = hasProgress && !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");

    internal void WriteLine(string message)
    {
        ClearProgress();
        Console.Error.WriteLine($"ferrite: {message}");
    }

    internal void ShowProgress(long files, PathBytes path)
    {
        long now;
        if (!_hasProgress || (now = Environment.TickCount64) < _next)
        {
            return;
        }

        string line = $"{Quantity.Count(files)} files … {path}";
        int width = Math.Max(20, TerminalSize.Of(TerminalSize.StandardError).Width) - 1;
        Console.Error.Write($"{StartOver}{(line.Length > width ? line[..width] : line)}");
        _isShown = true;
        _next = now + MillisecondsBetween;
    }

    internal void ClearProgress()
    {
        if (_isShown)
        {
            Console.Error.Write(StartOver);
            _isShown = false;
        }
    }
}
