namespace Ferrite.Mapping.Internal;

internal sealed partial class FileMapping
{
    /// <summary>Maps the file anew, at its length now: in a new region, never in place, so that a view which saw a hole can't come right again.</summary>
    internal void Refresh(ref Region current)
    {
        Region region;
        long before;
        long length;
        lock (_gate)
        {
            region = Current(ref current);
            length = GetFileLength();
            before = region.Length;
            Region next = Map(length, Math.Max(_options.Capacity, region.Capacity));
            TakeLocksOver(region, next);
            ForgiveFlushFailure(next);
            Replace(ref current, next);
            _requests?.ForgetBehind(_layout.RoundUp(length));
        }

        Settle(ref current, region, before, length);
        ArmIfPending();
    }

    /// <summary>Throws if what is mapped is no longer what the file holds.</summary>
    internal void Validate(ref Region current)
    {
        Region region = Volatile.Read(ref current);
        ObjectDisposedException.ThrowIf(region.Length < 0, typeof(MappedFile));
        RefuseFaulted(region);
        // Before the file's: growth of ours that runs meanwhile lengthens the file first. A shrink of ours replaces the region first.
        long mapped = Volatile.Read(ref region.Length);
        long actual = GetFileLength();
        if (actual < mapped && Volatile.Read(ref current) == region)
        {
            throw CutByOthers(region, actual);
        }

        GC.KeepAlive(region);
    }
}
