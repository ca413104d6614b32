namespace Ferrite.Mapping.Internal;

/// <summary>
/// Flushes a file some time after it was written: armed by the first write that is pending, asleep while none is. Holds the file weakly,
/// so that it can be collected; what it had pending then is the OS's to write. Which write is the first says <see cref="PendingWrites"/>.
/// </summary>
internal sealed class BackgroundFlusher : IDisposable
{
    private readonly TimeSpan _interval;
    private readonly Timer _timer;

    internal BackgroundFlusher(IWriteCounter file, TimeSpan interval)
    {
        _interval = interval;
        var weak = new WeakReference<IWriteCounter>(file);
        _timer = new Timer(
            _ =>
            {
                if (weak.TryGetTarget(out IWriteCounter? target))
                {
                    target.FlushInBackground();
                }
            },
            state: null,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan);
    }

    internal void Arm()
    {
        try
        {
            _timer.Change(_interval, Timeout.InfiniteTimeSpan);
        }
        catch (ObjectDisposedException)
        {
            // The file is being disposed, which flushes.
        }
    }

    public void Dispose() => _timer.Dispose();
}
