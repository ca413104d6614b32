namespace Ferrite.Mapping.Internal.Watching;

/// <summary>
/// Watches one path: gathers what the OS tells for a moment, then has somebody look. Alive by the directory watcher, until stopped.
/// </summary>
internal abstract class PathWatch : ISubscriber, IDisposable
{
    private static readonly TimeSpan GatherTime = TimeSpan.FromMilliseconds(25);

    /// <summary>While the path has no file, or its directory can't be watched: nothing may tell when that changes.</summary>
    private static readonly TimeSpan LookAgainTime = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly ChangeDetector _detector;
    private readonly TimeSpan _poll;
    private readonly Timer _gather;
    private readonly Timer _lookAgain;
    private readonly WatchedNames _names;
    private WatchSigns _signs;
    private bool _isScheduled;
    private bool _isStale;
    private volatile bool _isStopped;

    private protected PathWatch(WatchGroup group, ChangeDetector detector, TimeSpan poll)
    {
        Group = group;
        _detector = detector;
        _poll = poll;
        _names = new WatchedNames(detector.Path, this);
        _gather = new Timer(static watch => ((PathWatch)watch!).OnGathered(), this, Timeout.Infinite, Timeout.Infinite);
        _lookAgain = new Timer(static watch => ((PathWatch)watch!).Notify(WatchSigns.None), this, Timeout.Infinite, Timeout.Infinite);
    }

    internal bool IsStopped => _isStopped;

    private protected WatchGroup Group { get; }

    /// <exception cref="IOException">The directory can't be watched, or no more.</exception>
    internal void Start()
    {
        Group.Add(this);
        try
        {
            // What changes before this is done is found by the first look, which compares with what was before.
            _names.Start();
            SetTimer(_lookAgain, _poll, _poll);
            Notify(WatchSigns.None);
        }
        catch
        {
            Stop();
            throw;
        }
    }

    /// <summary>By whatever thread: something may have happened.</summary>
    public void Notify(WatchSigns signs)
    {
        lock (_gate)
        {
            _signs |= signs;
            _isStale = true;
            if (!_isScheduled && !IsStopped)
            {
                _isScheduled = true;
                _gather.Change(GatherTime, Timeout.InfiniteTimeSpan);
            }
        }
    }

    public void Dispose()
    {
        Stop();
        Group.WaitForCallback();
    }

    /// <summary>No callback begins after this; one may be running.</summary>
    internal virtual void Stop()
    {
        lock (_gate)
        {
            _isStopped = true;
            _gather.Dispose();
            _lookAgain.Dispose();
        }

        _names.Dispose();
        Group.Remove(this);
    }

    /// <summary>Time to look. Never twice at a time.</summary>
    private protected abstract void OnReady();

    /// <summary>What changed since the last time. For one thread at a time.</summary>
    private protected IReadOnlyList<FileChange> Look()
    {
        WatchSigns signs;
        lock (_gate)
        {
            signs = _signs;
            _signs = WatchSigns.None;
        }

        // Before the look, which finds what came before; what comes after it is told.
        bool isWatching = _names.Update();
        IReadOnlyList<FileChange>? changes = _detector.Look(signs);
        if (changes is null)
        {
            Notify(signs);
            changes = [];
        }

        if (_poll == Timeout.InfiniteTimeSpan)
        {
            SetTimer(_lookAgain, !isWatching || _detector.IsMissing ? LookAgainTime : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        return changes;
    }

    private void OnGathered()
    {
        lock (_gate)
        {
            _isStale = false;
        }

        OnReady();
        lock (_gate)
        {
            _isScheduled = _isStale && !IsStopped;
            if (_isScheduled)
            {
                _gather.Change(GatherTime, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void SetTimer(Timer timer, TimeSpan due, TimeSpan period)
    {
        lock (_gate)
        {
            if (!IsStopped)
            {
                timer.Change(due, period);
            }
        }
    }
}
