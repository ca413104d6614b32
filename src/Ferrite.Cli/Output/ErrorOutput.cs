using Ferrite.Cli.Files;

namespace Ferrite.Cli.Output;

/// <summary>
/// Standard error: what failed, and, while nothing else shows it, how far the work is, in one line that is written over. Thread-safe.
/// </summary>
internal sealed class ErrorOutput
{
    private const string StartOver = "\r\e[K";
    private const int MillisecondsToFirst = 500;
    private const int MillisecondsBetween = 100;

    private readonly Lock _gate = new();
    private readonly TextWriter _writer = StandardStreams.OpenErrors();
    private long _next = Environment.TickCount64 + MillisecondsToFirst;
    private bool _isShown;

    internal ErrorOutput(bool hasProgress) =>
        HasTerminal = hasProgress && !Console.IsErrorRedirected
            && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");

    /// <summary>Whether a line can be written over.</summary>
    internal bool HasTerminal { get; }

    internal void WriteLine(string message)
    {
        lock (_gate)
        {
            ClearProgress();
            Write($"ferrite: {message}\n");
        }
    }

    internal void ShowProgress(long files, PathBytes path)
    {
        long now;
        if (!HasTerminal || (now = Environment.TickCount64) < _next)
        {
            return;
        }

        string line = $"{Quantity.Count(files)} files … {path}";
        WriteOver(width => line.Length > width ? line[..width] : line);
        _next = now + MillisecondsBetween;
    }

    /// <param name="line">Of no more columns than it is given.</param>
    internal void WriteOver(Func<int, string> line)
    {
        int width = Math.Max(20, TerminalSize.Of(LinuxOutputStream.Errors).Width) - 1;
        lock (_gate)
        {
            Write(StartOver + line(width));
            _isShown = true;
        }
    }

    internal void ClearProgress()
    {
        lock (_gate)
        {
            if (_isShown)
            {
                Write(StartOver);
                _isShown = false;
            }
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
