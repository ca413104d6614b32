namespace Ferrite.Mapping.Internal;

internal sealed unsafe partial class Region
{
    /// <summary>
    /// Whether the length can become that. Not where the range has no room; nor where there is no fast limit, which could not be told from
    /// one that was taken away: then another region has to take over. Under the file's gate.
    /// </summary>
    internal bool CanGrow(long length) => length <= Capacity && FastLimit != 0;

    /// <summary>Publishes a greater length, which the file already has and <see cref="CanGrow"/> allows. Under the file's gate.</summary>
    internal void Grow(long length)
    {
        ulong before = FastLimit;
        Volatile.Write(ref Length, length);
        Volatile.Write(ref WritableLength, IsWritable ? length : -1);
        Volatile.Write(ref FastLimit, FastLimitOf(length));
        Volatile.Write(ref FastWriteLimit, IsWritable && !_countsWrites ? FastLimit : 0);
        // SAFETY: the header stays allocated while the region is referenced. A fault that comes meanwhile sets the limit to 0, and there it
        // stays: only what is still the limit of before is raised.
        Interlocked.CompareExchange(ref Header->TrustLimit, FastLimit, before);
    }

    /// <summary>
    /// The file was disposed: every access ends in an exception, and file and memory are released now; where accesses are counted, with
    /// the last one that is inside. Under the file's gate.
    /// </summary>
    internal void Close()
    {
        if (!IsMapped || (State & RegionState.Closed) != 0)
        {
            return;
        }

        Mark(RegionState.Closed);
        if (Backend.CountsAccess)
        {
            GiveUp();
        }
        else
        {
            Backend.Tombstone(_range, 0);
        }
    }

    /// <summary>
    /// The file is about to be cut to <paramref name="length"/>: what lies behind it ends, what lies before it goes on. Under the
    /// file's gate, with the region that takes over already published. Not where accesses are counted.
    /// </summary>
    internal void Shrink(long length)
    {
        if (!IsMapped || Length <= length)
        {
            return;
        }

        Volatile.Write(ref Length, length);
        Volatile.Write(ref WritableLength, IsWritable ? length : -1);
        Mark(RegionState.Shrunk);
        Backend.Tombstone(_range, _layout.RoundUp(length));
    }

    /// <summary>
    /// Another region took over, or the file is closed: from here on the region waits for the GC, or, where accesses are counted, for the
    /// last one that is inside. Outside every lock: it may wait for finalizers, and those may dispose files.
    /// </summary>
    internal void Retire()
    {
        GiveUp();
        if (!Backend.CountsAccess && IsMapped && !_retired)
        {
            _retired = true;
            Quarantine.Enter(this, _range.Size);
        }
    }

    private void Mark(int bit)
    {
        // SAFETY: the header stays allocated while the region is referenced; the fault guard's handler sets bits atomically too.
        Interlocked.Or(ref Header->State, bit);
        Volatile.Write(ref Header->TrustLimit, 0);
        if (IsShared && !Backend.CountsAccess)
        {
            Interlocked.MemoryBarrierProcessWide();
        }
    }
}
