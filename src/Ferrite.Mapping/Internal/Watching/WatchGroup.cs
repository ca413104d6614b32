namespace Ferrite.Mapping.Internal.Watching;

/// <summary>The watches of one file, whose callbacks run one at a time.</summary>
internal sealed class WatchGroup
{
    /// <summary>How many callbacks this thread is inside of, of whatever file.</summary>
    [ThreadStatic]
    private static int _depth;

    /// <summary>Held while a callback runs. Reentrant, like every <see cref="Lock"/>.</summary>
    private readonly Lock _running = new();

    /// <summary>Its own lock. Never locked while a callback is called or waited for.</summary>
    private readonly List<PathWatch> _watches = [];

    private bool _ended;

    internal void Add(PathWatch watch)
    {
        lock (_watches)
        {
            ObjectDisposedException.ThrowIf(_ended, typeof(MappedFile));
            _watches.Add(watch);
        }
    }

    internal void Remove(PathWatch watch)
    {
        lock (_watches)
        {
            _watches.Remove(watch);
        }
    }

    /// <summary>Calls back, unless the watch was stopped.</summary>
    internal void Call(PathWatch watch, Action<FileChange> callback, FileChange change)
    {
        lock (_running)
        {
            if (watch.IsStopped)
            {
                return;
            }

            _depth++;
            try
            {
                callback(change);
            }
            finally
            {
                _depth--;
            }
        }
    }

    /// <summary>
    /// Waits until no callback of a watch that was stopped before runs any more. Not from within a callback: of this file there is none
    /// but the caller itself, and two of different files that disposed each other's would wait for ever.
    /// </summary>
    internal void WaitForCallback()
    {
        if (_depth == 0)
        {
            _running.Enter();
            _running.Exit();
        }
    }

    internal void End()
    {
        PathWatch[] watches;
        lock (_watches)
        {
            _ended = true;
            watches = [.. _watches];
        }

        foreach (PathWatch watch in watches)
        {
            watch.Stop();
        }

        WaitForCallback();
    }
}
