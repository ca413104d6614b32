namespace Ferrite.Mapping.Internal;

internal sealed unsafe partial class Region
{
    /// <summary>The file was disposed: every access ends in an exception, and file and memory are released now. Under the file's gate.</summary>
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
    /// file's gate, with the region that takes over already published.
    /// </summary>
    internal void Shrink(long length)
    {
        if (!IsMapped || Length <= length)
        {
            return;
        }

        Publish(length);
        Mark(RegionState.Shrunk);
        if (Backend.CountsAccess)
        {
            GiveUp();
        }
        else
        {
            Backend.Tombstone(_range, PageMath.RoundUp(length));
        }
    }

    /// <summary>
    /// Another region took over, or the file is closed: from here on the region waits for the GC. Outside every lock: it may wait for
    /// finalizers, and those may dispose files.
    /// </summary>
    internal void Retire()
    {
        GiveUp();
        if (IsMapped && !_retired)
        {
            _retired = true;
            Quarantine.Enter(this, _range.Size);
        }
    }

    private void Mark(int bit)
    {
        // SAFETY: the header stays allocated while the region is referenced; the fault guard's handler sets bits atomically too.
        Interlocked.Or(ref Header->State, bit);
        if (IsShared)
        {
            Interlocked.MemoryBarrierProcessWide();
        }
    }
}
