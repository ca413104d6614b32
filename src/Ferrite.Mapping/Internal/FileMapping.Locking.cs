namespace Ferrite.Mapping.Internal;

/// <summary>
/// Pages kept in memory. The OS's locks belong to addresses, so what was asked for is remembered and asked again of each region that takes
/// over. It never waits for the disk under the gate (but on macOS and Windows, whose locks bring pages in).
/// </summary>
internal sealed partial class FileMapping
{
    /// <summary>One at a time, so that one that fails takes nothing back that another was told it has. Taken before the gate.</summary>
    private readonly Lock _lockingGate = new();

    /// <summary>In bytes. Under the gate.</summary>
    private readonly RangeMap<bool> _locked = new();

    /// <summary>Whether what the file grows by is locked too. Under the gate.</summary>
    private bool _locksGrowth;

    internal void Lock(ref Region current, long offset, long length) => Lock(ref current, offset, length, andGrowth: false);

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
            OSError error = Unlock(region, _locked.In(start, end));
            SlowAccess.Leave(ref current, region, offset, length);
            error.ThrowIfFailed(Path);
            _locked.Clear(start, end);
        }
    }

    internal void UnlockAll(ref Region current)
    {
        lock (_gate)
        {
            Region region = Current(ref current);
            OSError error = Unlock(region, _locked.In(0, long.MaxValue));
            error.ThrowIfFailed(Path);
            ForgetLocks();
        }
    }

    private void Lock(ref Region current, long offset, long length, bool andGrowth)
    {
        if (!TryLock(ref current, offset, length, andGrowth))
        {
            Throw.OutOfRange(offset, length, Volatile.Read(ref current).Length);
        }
    }

    /// <summary>False where the range isn't inside the file. What fails leaves locked what was locked before, and nothing more.</summary>
    private bool TryLock(ref Region current, long offset, long length, bool andGrowth)
    {
        lock (_lockingGate)
        {
            return TryLockAlone(ref current, offset, length, andGrowth);
        }
    }

    private bool TryLockAlone(ref Region current, long offset, long length, bool andGrowth)
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
            added = _locked.GapsIn(start, end);
            Lock(region, added);
            added.ForEach(run => _locked.Set(run.Start, run.End, true));
            lockedGrowth = _locksGrowth;
            _locksGrowth |= andGrowth;
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
                TakeBack(ref current, added, lockedGrowth);
            }
        }
    }

    private void TakeBack(ref Region current, List<(long Start, long End)> added, bool lockedGrowth)
    {
        lock (_gate)
        {
            _locksGrowth = lockedGrowth;
            if (!_closed)
            {
                foreach ((long start, long end) in added)
                {
                    Unlock(current, _locked.In(start, end));
                    _locked.Clear(start, end);
                }
            }
        }
    }
}
