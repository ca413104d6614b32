namespace Ferrite.Mapping.Internal;

/// <summary>
/// Pages kept in memory. Locking never waits for the disk under the gate (but on macOS and Windows, whose locks bring pages in).
/// </summary>
internal sealed partial class FileMapping
{
    internal void Lock(ref Region current, long offset, long length)
    {
        if (!TryLock(ref current, offset, length, andGrowth: false))
        {
            Throw.OutOfRange(offset, length, Volatile.Read(ref current).Length);
        }
    }

    internal void LockAll(ref Region current)
    {
        long length;
        do
        {
            length = Volatile.Read(ref Volatile.Read(ref current).Length);
            ObjectDisposedException.ThrowIf(length < 0, typeof(MappedFile));
        }
        while (!TryLock(ref current, 0, length, andGrowth: true));
    }

    internal void Unlock(ref Region current, long offset, long length)
    {
        lock (_gate)
        {
            Region region = SlowAccess.Enter(ref current, offset, length);
            (long start, long end) = _layout.Touched(offset, length);
            OSError error = _requests is null ? OSError.None : Unlock(region, _requests.Locked.In(start, end));
            SlowAccess.Leave(ref current, region, offset, length);
            error.ThrowIfFailed(Path);
            _requests?.Locked.Clear(start, end);
        }
    }

    internal void UnlockAll(ref Region current)
    {
        lock (_gate)
        {
            Region region = Current(ref current);
            if (_requests is not null)
            {
                Unlock(region, _requests.Locked.In(0, long.MaxValue)).ThrowIfFailed(Path);
                _requests.ForgetLocks();
            }
        }
    }

    private bool TryLock(ref Region current, long offset, long length, bool andGrowth)
    {
        PageRequests requests;
        lock (_gate)
        {
            requests = _requests ??= new PageRequests();
        }

        lock (requests.LockingGate)
        {
            return TryLock(ref current, offset, length, andGrowth, requests);
        }
    }

    /// <summary>False where the range isn't inside the file. What fails leaves locked what was locked before, and nothing more.</summary>
    private bool TryLock(ref Region current, long offset, long length, bool andGrowth, PageRequests requests)
    {
        List<(long Start, long End)> added;
        bool lockedGrowth;
        lock (_gate)
        {
            if (!SlowAccess.TryEnter(ref current, offset, length, MapMode.ReadWrite, out Region region, out _))
            {
                return false;
            }

            region.Exit();
            (long start, long end) = _layout.Touched(offset, length);
            added = requests.Locked.GapsIn(start, end);
            Lock(region, added);
            requests.SetLocked(added);
            lockedGrowth = requests.LocksGrowth;
            requests.LocksGrowth |= andGrowth;
        }

        bool done = false;
        try
        {
            return done = TryPopulate(ref current, offset, length);
        }
        finally
        {
            if (!done)
            {
                TakeBack(ref current, added, lockedGrowth, requests);
            }
        }
    }

    private void TakeBack(ref Region current, List<(long Start, long End)> added, bool lockedGrowth, PageRequests requests)
    {
        lock (_gate)
        {
            requests.LocksGrowth = lockedGrowth;
            if (!_closed)
            {
                foreach ((long start, long end) in added)
                {
                    Unlock(current, requests.Locked.In(start, end));
                    requests.Locked.Clear(start, end);
                }
            }
        }
    }
}
