namespace Ferrite.Mapping.Internal;

internal sealed partial class FileMapping
{
    private Prefaulter? _prefaulter;

    private OSError PopulateRead(Region region, long start, nuint size) => Populate(region, start, size, write: false);

    private OSError PopulateWrite(Region region, long start, nuint size) => Populate(region, start, size, write: true);

    private OSError Populate(Region region, long start, nuint size, bool write)
    {
        if (Backend.TryPopulate(region.AddressOf(start), size, write, out OSError error))
        {
            return error;
        }

        // Where touching a lost page would end the process, the call that met one is made for each.
        bool mayTouch = region.IsGuarded || !Backend.IsPageLost(error);
        if (mayTouch)
        {
            Backend.Prefetch(_file, region.AddressOf(start), start, size);
        }

        error = OSError.None;
        for (long page = start; page < start + (long)size && error.IsNone; page += _layout.PageSize)
        {
            if (mayTouch)
            {
                region.Touch(page, write);
            }
            else if (!Backend.TryPopulate(region.AddressOf(page), (nuint)_layout.PageSize, write, out error))
            {
                throw LostPage(page, write);
            }
        }

        return error;
    }

    private MappedFileFaultException LostPage(long page, bool write) => Region.ToFaultException(
        page,
        GetFileLength() <= page ? FaultCause.Truncated
        : write ? FaultCause.OutOfSpace
        : FaultCause.DeviceError);

    /// <summary>What the options ask of a mapping just opened.</summary>
    private void Prefault(ref Region current)
    {
        if (_options.Prefault == Mapping.Prefault.Eager)
        {
            TryPopulate(ref current, 0, current.Length);
        }
        else if (_options.Prefault == Mapping.Prefault.Background && current.IsMapped)
        {
            _prefaulter = Prefaulter.Start(current);
        }
    }

    /// <summary>The same for one that took over. What can't be had is left to the access that meets it.</summary>
    private void PrefaultAgain(ref Region current)
    {
        if (_options.Prefault == Mapping.Prefault.Eager)
        {
            TryBringIn(ref current, 0, Volatile.Read(ref current).Length);
        }
        else if (_options.Prefault == Mapping.Prefault.Background)
        {
            lock (_gate)
            {
                if (!_closed)
                {
                    _prefaulter?.Stop();
                    Prefault(ref current);
                }
            }
        }
    }

    private void TryBringIn(ref Region current, long offset, long length)
    {
        try
        {
            TryPopulate(ref current, offset, length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            // The access that needs it will say so.
        }
    }
}
