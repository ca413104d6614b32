namespace Ferrite.Mapping.Internal;

internal sealed partial class FileMapping
{
    /// <summary>
    /// Before a region takes over: all that is locked in the one before is locked there, or this throws and nothing has changed. What that
    /// one has still locked is undone by <see cref="Settle"/>, once the pages are in.
    /// </summary>
    private void TakeLocksOver(Region before, Region next)
    {
        if (_requests is not { HasLocks: true } requests)
        {
            return;
        }

        List<(long Start, long End)> runs = requests.LockedUpTo(_layout.RoundUp(next.Length));
        if (requests.LocksGrowth)
        {
            runs.AddRange(Growth(before, next.Length));
        }

        try
        {
            Lock(next, runs);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Against the limit both count.
            Unlock(before, requests.Locked.In(0, long.MaxValue));
            LockInstead(next, runs, before, requests.LockedUpTo(_layout.RoundUp(before.Length)));
        }

        requests.SetLocked(runs);
    }

    private void LockInstead(Region next, List<(long Start, long End)> runs, Region before, List<(long Start, long End)> held)
    {
        try
        {
            Lock(next, runs);
        }
        catch
        {
            Lock(before, held);
            throw;
        }
    }

    private void TakeLocksOverOrForget(Region before, Region next)
    {
        try
        {
            TakeLocksOver(before, next);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _requests?.ForgetLocks();
        }
    }

    /// <summary>Where the region before ended, and its locks with it.</summary>
    private void LockAgainOrForget(Region next)
    {
        try
        {
            Lock(next, _requests?.LockedUpTo(_layout.RoundUp(next.Length)) ?? []);
        }
        catch
        {
            _requests?.ForgetLocks();
            throw;
        }
    }

    /// <summary>
    /// After the length changed, or another region took over, outside the gate: brings in what is locked, then undoes the locks of the
    /// region before, so that no locked page is without a lock in between.
    /// </summary>
    private void Settle(ref Region current, Region? replaced, long before, long length)
    {
        if (Volatile.Read(ref _requests) is { HasLocks: true } requests)
        {
            BringLockedIn(ref current, requests, replaced is null ? _layout.RoundUp(before) : 0, length);
        }

        if (replaced is not null)
        {
            UnlockReplaced(replaced);
            PrefaultAgain(ref current);
            replaced.Retire();
        }
    }

    private void BringLockedIn(ref Region current, PageRequests requests, long start, long length)
    {
        List<RangeMap<bool>.Run> locked;
        lock (_gate)
        {
            locked = requests.Locked.In(start, _layout.RoundUp(length));
        }

        foreach (RangeMap<bool>.Run run in locked)
        {
            TryBringIn(ref current, run.Start, Math.Min(run.End, length) - run.Start);
        }
    }

    /// <summary>Also where nothing is locked any more, by a call that came after the other region took over.</summary>
    private static void UnlockReplaced(Region replaced)
    {
        if (replaced.HadLocks && replaced.TryEnter())
        {
            Backend.Unlock(replaced.AddressOf(0), (nuint)replaced.Capacity);
            replaced.Exit();
            GC.KeepAlive(replaced);
        }
    }

    /// <summary>Before a region grows in place.</summary>
    private void LockGrowth(Region region, long length)
    {
        if (_requests is { LocksGrowth: true } requests)
        {
            List<(long Start, long End)> runs = Growth(region, length);
            Lock(region, runs);
            requests.SetLocked(runs);
        }
    }

    private List<(long Start, long End)> Growth(Region before, long length)
    {
        long start = _layout.RoundUp(before.Length);
        long end = _layout.RoundUp(length);
        return start < end ? [(start, end)] : [];
    }

    /// <summary>All of the runs, or none.</summary>
    private void Lock(Region region, List<(long Start, long End)> runs)
    {
        region.HadLocks |= runs.Count > 0;
        for (int i = 0; i < runs.Count; i++)
        {
            OSError error = Backend.Lock(region.AddressOf(runs[i].Start), (nuint)(runs[i].End - runs[i].Start));
            if (!error.IsNone)
            {
                // A call that fails may have locked a part.
                foreach ((long start, long end) in runs[..(i + 1)])
                {
                    Backend.Unlock(region.AddressOf(start), (nuint)(end - start));
                }

                throw error.ToException(Path, Backend.DescribeLockLimit());
            }
        }
    }

    /// <summary>As much as the region still has; all of it also where one fails.</summary>
    private OSError Unlock(Region region, List<RangeMap<bool>.Run> runs)
    {
        OSError first = OSError.None;
        long last = region.IsMapped ? _layout.RoundUp(region.Length) : 0;
        foreach (RangeMap<bool>.Run run in runs.Where(run => run.Start < last))
        {
            OSError error = Backend.Unlock(region.AddressOf(run.Start), (nuint)(Math.Min(run.End, last) - run.Start));
            first = first.IsNone ? error : first;
        }

        return first;
    }
}
