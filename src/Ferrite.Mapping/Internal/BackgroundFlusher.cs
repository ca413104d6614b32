namespace Ferrite.Mapping.Internal;

/// <summary>
/// Flushes a file some time after it was written: armed by the first write that is pending, asleep while none is. Holds the file weakly,
/// so that it can be collected; what it had pending then is the OS's to write.
/// </summary>
internal sealed class BackgroundFlusher : IDisposable
{
    private readonly TimeSpan _interval;
    private readonly Timer _timer;
    private int _armed;

    internal BackgroundFlusher(IWriteCounter file, TimeSpan interval)
    {
        _interval = interval;
        var weak = new WeakReference<IWriteCounter>(file);
        _timer = new Timer(
            _ =>
            {
                // Disarmed first: a write that comes while the flush runs arms it again, since the flush may miss it.
                Volatile.Write(ref _armed, 0);
                if (weak.TryGetTarget(out IWriteCounter? target))
                {
                    target.FlushInBackground();
                }
            },
            state: null,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan);
    }

    /// <summary>Nothing if it is armed already.</summary>
    internal void Arm()
    {
        if (Volatile.Read(ref _armed) == 0 && Interlocked.Exchange(ref _armed, 1) == 0)
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
    }

    public void Dispose() => _timer.Dispose();
}
