namespace Ferrite.Mapping.Internal;

/// <summary>Where pages can't be replaced in place (<see cref="Backend.CountsAccess"/>), accesses are counted and the last one out unmaps.</summary>
internal sealed unsafe partial class Region
{
    /// <summary>Running accesses, in the low half: each ends soon, waiting for nobody.</summary>
    private const long OneAccess = 1;

    /// <summary>Views, and whatever else runs a caller's code: they last as long as that likes.</summary>
    private const long OneView = 1L << 32;

    /// <summary>Nobody enters for now.</summary>
    private const long Suspended = 1L << 61;

    /// <summary>The region is its file's current one. Without it nobody enters, and once nobody is inside the region ends.</summary>
    private const long Owned = 1L << 62;

    /// <summary>One word, so that every step is one compare-and-swap. It reaches zero once, by the step that unmaps, and stays there.</summary>
    private long _uses = Owned;

    private bool _ended;

    /// <summary>Whether accesses or views are inside.</summary>
    internal bool IsInUse => (Volatile.Read(ref _uses) & ~(Owned | Suspended)) != 0;

    internal bool HasViews => (Volatile.Read(ref _uses) & ~(Owned | Suspended)) >= OneView;

    /// <summary>Whether it is unmapped.</summary>
    internal bool HasEnded => Volatile.Read(ref _ended);

    /// <summary>Counts an access. False: the region is given up or suspended, look again which is the current one. Free where nothing is counted.</summary>
    internal bool TryEnter() => !Backend.CountsAccess || !IsMapped || TryAdd(OneAccess);

    /// <summary>The same for a view.</summary>
    internal bool TryEnterView() => !Backend.CountsAccess || !IsMapped || TryAdd(OneView);

    internal void Exit() => Leave(OneAccess);

    internal void ExitView() => Leave(OneView);

    /// <summary>The region is no longer the current one, or won't be soon: it ends with the last one inside. Does nothing the second time.</summary>
    internal void GiveUp()
    {
        if (Backend.CountsAccess && IsMapped && Interlocked.And(ref _uses, ~Owned) == Owned)
        {
            End();
        }
    }

    /// <summary>Lets nobody enter the current region until <see cref="Resume"/>: they wait.</summary>
    internal void Suspend() => Interlocked.Or(ref _uses, Suspended);

    internal void Resume() => Interlocked.And(ref _uses, ~Suspended);

    /// <summary>Ends the suspended region, if nobody is inside. Those who wait to enter go on waiting for the one that takes over.</summary>
    internal bool TryEndSuspended()
    {
        if (Interlocked.CompareExchange(ref _uses, 0, Owned | Suspended) != (Owned | Suspended))
        {
            return false;
        }

        End();
        return true;
    }

    /// <summary>By the finalizer: whoever was inside without leaving is gone.</summary>
    private void EndForGood()
    {
        if (IsMapped && Interlocked.Exchange(ref _uses, 0) != 0)
        {
            End();
        }
    }

    /// <summary>Whoever brought the word to zero.</summary>
    private void End()
    {
        Backend.Tombstone(_range, 0);
        Volatile.Write(ref _ended, true);
    }

    private bool TryAdd(long entry)
    {
        long uses = Volatile.Read(ref _uses);
        while ((uses & (Owned | Suspended)) == Owned)
        {
            long seen = Interlocked.CompareExchange(ref _uses, uses + entry, uses);
            if (seen == uses)
            {
                return true;
            }

            uses = seen;
        }

        return false;
    }

    private void Leave(long entry)
    {
        if (Backend.CountsAccess && IsMapped && Interlocked.Add(ref _uses, -entry) == 0)
        {
            End();
        }
    }
}
