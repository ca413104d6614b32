namespace Ferrite.Mapping.Internal;

/// <summary>
/// Where pages can't be replaced in place, a file can't be cut either while any of it is mapped (ERROR_USER_MAPPED_FILE): every region
/// has to end first.
/// </summary>
internal sealed partial class FileMapping
{
    /// <summary>How long views may take to end. Accesses that are not views are waited for without a limit: they wait for nobody.</summary>
    private const long ViewGraceMilliseconds = 1000;

    /// <summary>
    /// Whoever comes meanwhile waits for the region that takes over. A view that is held makes it fail, as does another mapping of the
    /// file, with nothing changed.
    /// </summary>
    private Region ShrinkCounted(ref Region current, Region region, long length)
    {
        long before = region.Length;
        EndRegions(region);

        // From here on the file has no region: whatever happens, one takes over.
        Region next = Region.Lost;
        try
        {
            OSError error = Backend.SetLength(_file, length);
            long left = error.IsNone ? length : before;
            next = Map(left, left);
            error.ThrowIfFailed(Path);
        }
        finally
        {
            Replace(ref current, next);
        }

        LockAgainOrForget(next);
        return region;
    }

    /// <summary>Ends the current region and those before it, or none.</summary>
    private void EndRegions(Region region)
    {
        List<Region> replaced = [.. ReplacedAlive()];
        replaced.ForEach(static old => old.GiveUp());
        if (region.IsMapped)
        {
            region.Suspend();
        }

        if (!WaitForLast(region, replaced) || (region.IsMapped && !region.TryEndSuspended()))
        {
            region.Resume();
            throw new IOException("The file can't be shrunk while views of it are held.");
        }
    }

    private static bool WaitForLast(Region region, List<Region> replaced)
    {
        long deadline = Environment.TickCount64 + ViewGraceMilliseconds;
        SpinWait pause = default;
        while (region.IsInUse || !replaced.TrueForAll(static old => old.HasEnded))
        {
            if (Environment.TickCount64 > deadline && (region.HasViews || replaced.Exists(static old => old.HasViews)))
            {
                return false;
            }

            pause.SpinOnce();
        }

        return true;
    }
}
