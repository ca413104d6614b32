using System.Diagnostics;
using Ferrite.Cli.Output;

namespace Ferrite.Cli.Cache.Acting;

/// <summary>
/// How far work of known size is, on standard error: on a terminal one line that is written over, elsewhere a line now and then.
/// Thread-safe.
/// </summary>
internal sealed class WorkProgress : IDisposable
{
    private static readonly TimeSpan BetweenFrames = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

    private readonly ErrorOutput _errors;
    private readonly Int128 _total;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly Timer _timer;
    private long _done;

    internal WorkProgress(ErrorOutput errors, Int128 total)
    {
        _errors = errors;
        _total = total;
        TimeSpan between = errors.HasTerminal ? BetweenFrames : BetweenLines;
        _timer = new Timer(_ => Show(), state: null, between, between);
    }

    internal void Add(long bytes) => Interlocked.Add(ref _done, bytes);

    public void Dispose()
    {
        using var isOver = new ManualResetEvent(initialState: false);
        if (_timer.Dispose(isOver))
        {
            isOver.WaitOne();
        }

        _errors.ClearProgress();
    }

    private void Show()
    {
        string Text(int? width) => ProgressText.Of(Interlocked.Read(ref _done), _total, _watch.Elapsed, width, StandardStreams.IsUnicode);
        if (_errors.HasTerminal)
        {
            _errors.WriteOver(width => Text(width));
        }
        else
        {
            _errors.WriteLine(Text(null));
        }
    }
}
