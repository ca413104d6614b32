namespace Ferrite.Mapping.Internal;

/// <summary>
/// A view's entry in its region's count, where accesses are counted; views are structs, and however many copies are disposed, the
/// entry is given up once. Null elsewhere: there the reference to the region is enough.
/// </summary>
internal sealed class ViewLease
{
    private readonly Region _region;
    private int _released;

    private ViewLease(Region region) => _region = region;

    internal static ViewLease? Take(Region region)
    {
        if (!Backend.CountsAccess)
        {
            return null;
        }

        ObjectDisposedException.ThrowIf(!region.TryEnter(), typeof(MappedFile));
        return new ViewLease(region);
    }

    internal void Release()
    {
        if (Interlocked.Exchange(ref _released, 1) == 0)
        {
            _region.Exit();
        }
    }
}
