using Ferrite.Cli.Files;

namespace Ferrite.Cli.Output;

/// <summary>Standard error: what failed, and, while nothing else shows it, how far the work is, in one line that is written over.</summary>
internal sealed class ErrorOutput
{
    private const string StartOver = "\r\e[K";
    private const int MillisecondsToFirst = 500;
    private const int MillisecondsBetween = 100;

    private readonly TextWriter _writer = StandardStreams.OpenErrors();
    private readonly bool _hasProgress;
    private long _next = Environment.TickCount64 + MillisecondsToFirst;
    private bool _isShown;

    internal ErrorOutput(bool hasProgress) =>
        _hasProgress = hasProgress && !Console.IsErrorRedirected
            && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");

    internal void WriteLine(string message)
    {
        ClearProgress();
        Write($"ferrite: {message}\n");
    }

    internal void ShowProgress(long files, PathBytes path)
    {
        long now;
        if (!_hasProgress || (now = Environment.TickCount64) < _next)
        {
            return;
        }

        string line = $"{Quantity.Count(files)} files … {path}";
        int width = Math.Max(20, TerminalSize.Of(LinuxOutputStream.Errors).Width) - 1;
        Write($"{StartOver}{(line.Length > width ? line[..width] : line)}");
        _isShown = true;
        _next = now + MillisecondsBetween;
    }

    internal void ClearProgress()
    {
        if (_isShown)
        {
            Write(StartOver);
            _isShown = false;
        }
    }

    private void Write(string text)
    {
        try
        {
            _writer.Write(text);
        }
        catch (Exception e) when (e is OutputClosedException or OutputFailedException)
        {
            // There is nowhere left to say it; the exit code still does.
        }
    }
}
