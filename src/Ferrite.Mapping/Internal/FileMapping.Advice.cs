namespace Ferrite.Mapping.Internal;

internal sealed partial class FileMapping
{
    /// <summary>Null until something is asked. Under the gate.</summary>
    private PageRequests? _requests;

    internal void Advise(ref Region current, long offset, long length, MemoryAdvice advice)
    {
        switch (advice)
        {
            case MemoryAdvice.WillNeed:
                Prefetch(ref current, offset, length);
                break;
            case MemoryAdvice.PopulateRead or MemoryAdvice.PopulateWrite:
                Populate(ref current, offset, length, advice == MemoryAdvice.PopulateWrite, progress: null);
                break;
            case MemoryAdvice.DontNeed or MemoryAdvice.Cold or MemoryAdvice.PageOut:
                RefusePrivate(ref current, advice == MemoryAdvice.DontNeed, "DontNeed would lose what was written");
                InSlicesUnlocked(ref current, offset, length, (region, start, size) => Backend.Advise(region.AddressOf(start), size, advice));
                break;
            default:
                AdviseForGood(ref current, offset, length, advice);
                break;
        }
    }

    internal void Prefetch(ref Region current, long offset, long length) =>
        InSlices(ref current, offset, length, (region, start, size) => Backend.Prefetch(_file, region.AddressOf(start), start, size));

    /// <summary>The range first, so that what is out of range flushes nothing.</summary>
    internal void Evict(ref Region current, long offset, long length)
    {
        RefusePrivate(ref current, refuse: true, "Evict would lose what was written");
        SlowAccess.Enter(ref current, offset, length).Exit();
        if (Mode == MapMode.ReadWrite)
        {
            Flush(ref current, offset, length, FlushLevel.Durable);
        }

        LetReplacedGo(offset, length);
        InSlicesUnlocked(ref current, offset, length, (region, start, size) => Backend.Evict(_file, region.AddressOf(start), start, size));
    }

    private void AdviseForGood(ref Region current, long offset, long length, MemoryAdvice advice)
    {
        lock (_gate)
        {
            Region region = SlowAccess.Enter(ref current, offset, length);
            (long start, long end) = _layout.Touched(offset, length);
            OSError error = start < end ? Backend.Advise(region.AddressOf(start), (nuint)(end - start), advice) : OSError.None;
            SlowAccess.Leave(ref current, region, offset, length);
            error.ThrowIfFailed(Path);
            (_requests ??= new PageRequests()).Remember(start, end, advice);
        }
    }

    /// <summary>To a region that nobody knows yet. Without it only speed suffers, so no failure keeps the region from taking over.</summary>
    private void AdviseAgain(Region region)
    {
        if (!region.IsMapped)
        {
            return;
        }

        if (_options.HugePages != HugePages.None)
        {
            Backend.Advise(region.AddressOf(0), (nuint)region.Capacity, MemoryAdvice.HugePage);
        }

        if (_requests is { } requests)
        {
            long end = _layout.RoundUp(region.Length);
            foreach (RangeMap<MemoryAdvice>.Run run in requests.Patterns.In(0, end).Concat(requests.HugePages.In(0, end)))
            {
                Backend.Advise(region.AddressOf(run.Start), (nuint)(run.End - run.Start), run.Value);
            }
        }
    }

    private void RefusePrivate(ref Region current, bool refuse, string why)
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref current).Length < 0, typeof(MappedFile));
        if (refuse && Mode == MapMode.CopyOnWrite)
        {
            throw new NotSupportedException($"The file is mapped CopyOnWrite: {why}.");
        }
    }

    /// <summary>The page cache keeps what is mapped, and views may still hold regions that were replaced.</summary>
    private void LetReplacedGo(long offset, long length)
    {
        lock (_gate)
        {
            (long start, long end) = _layout.Touched(offset, length);
            foreach (Region region in ReplacedAlive())
            {
                long size = Math.Min(end, _layout.RoundUp(Math.Max(0, region.Length))) - start;
                if (size > 0 && !Backend.CountsAccess)
                {
                    Backend.Advise(region.AddressOf(start), (nuint)size, MemoryAdvice.DontNeed);
                    GC.KeepAlive(region);
                }
            }
        }
    }
}
