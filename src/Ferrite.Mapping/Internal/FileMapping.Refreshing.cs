namespace Ferrite.Mapping.Internal;

internal sealed partial class FileMapping
{
    /// <summary>Maps the file anew, at its length now: in a new region, never in place, so that a view which saw a hole can't come right again.</summary>
    internal void Refresh(ref Region current)
    {
        Region region;
        lock (_gate)
        {
            region = Current(ref current);
            long length = GetFileLength();
            Region next = Map(length, Math.Max(_options.Capacity, region.Capacity));
            ForgiveFlushFailure(next);
            Replace(ref current, next);
        }

        region.Retire();
    }

    /// <summary>Throws if what is mapped is no longer what the file holds.</summary>
    internal void Validate(ref Region current)
    {
        Region region = Volatile.Read(ref current);
        ObjectDisposedException.ThrowIf(region.Length < 0, typeof(MappedFile));
        RefuseFaulted(region);
        long actual = GetFileLength();
        // Read the length again: a shrink of ours that ran meanwhile lowered it first.
        if (actual < Volatile.Read(ref region.Length) && Volatile.Read(ref current) == region)
        {
            throw CutByOthers(region, actual);
        }

        GC.KeepAlive(region);
    }
}
