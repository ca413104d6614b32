namespace Ferrite.Mapping.Internal;

/// <summary>
/// What was asked of a file's pages for good, in bytes. The OS keeps it by address, so each region that takes over has to be told again. Under
/// the file's gate.
/// </summary>
internal sealed class PageRequests
{
    /// <summary>
    /// One call that locks runs at a time, so that one that fails takes nothing back that another was told it has. Taken before the file's
    /// gate.
    /// </summary>
    internal Lock LockingGate { get; } = new();

    /// <summary>How pages are read.</summary>
    internal RangeMap<MemoryAdvice> Patterns { get; } = new();

    internal RangeMap<MemoryAdvice> HugePages { get; } = new();

    internal RangeMap<bool> Locked { get; } = new();

    /// <summary>Whether what the file grows by is locked too.</summary>
    internal bool LocksGrowth { get; set; }

    internal bool HasLocks => LocksGrowth || !Locked.IsEmpty;

    internal void Remember(long start, long end, MemoryAdvice advice)
    {
        if (advice == MemoryAdvice.Normal)
        {
            Patterns.Clear(start, end);
        }
        else
        {
            (advice is MemoryAdvice.Random or MemoryAdvice.Sequential ? Patterns : HugePages).Set(start, end, advice);
        }
    }

    internal void SetLocked(List<(long Start, long End)> runs) => runs.ForEach(run => Locked.Set(run.Start, run.End, true));

    /// <summary>What is locked before an offset.</summary>
    internal List<(long Start, long End)> LockedUpTo(long end) => Locked.In(0, end).ConvertAll(static run => (run.Start, run.End));

    internal void ForgetLocks()
    {
        Locked.Clear(0, long.MaxValue);
        LocksGrowth = false;
    }

    /// <summary>The file was cut there, or replaced by a shorter mapping; what it grows by later is new.</summary>
    internal void ForgetBehind(long end)
    {
        Patterns.Clear(end, long.MaxValue);
        HugePages.Clear(end, long.MaxValue);
        Locked.Clear(end, long.MaxValue);
    }
}
