namespace Ferrite.Mapping.Internal;

internal sealed partial class FileMapping
{
    /// <summary>How pages are read, where somebody said so, in bytes: part of the mapping, so a new one has to be told. Under the gate.</summary>
    private readonly RangeMap<MemoryAdvice> _patterns = new();

    /// <summary>The same for huge pages.</summary>
    private readonly RangeMap<MemoryAdvice> _hugePageAdvice = new();

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
            Remember(start, end, advice);
        }
    }

    private void Remember(long start, long end, MemoryAdvice advice)
    {
        if (advice == MemoryAdvice.Normal)
        {
            _patterns.Clear(start, end);
        }
        else
        {
            (advice is MemoryAdvice.Random or MemoryAdvice.Sequential ? _patterns : _hugePageAdvice).Set(start, end, advice);
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

        foreach (RangeMap<MemoryAdvice> map in (ReadOnlySpan<RangeMap<MemoryAdvice>>)[_patterns, _hugePageAdvice])
        {
            foreach (RangeMap<MemoryAdvice>.Run run in map.In(0, _layout.RoundUp(region.Length)))
            {
                Backend.Advise(region.AddressOf(run.Start), (nuint)(run.End - run.Start), run.Value);
            }
        }
    }

    /// <summary>Under the gate: the file was cut, or replaced by a shorter mapping; what it grows by later is new.</summary>
    private void ForgetBehind(long length)
    {
        long end = _layout.RoundUp(length);
        _patterns.Clear(end, long.MaxValue);
        _hugePageAdvice.Clear(end, long.MaxValue);
        _locked.Clear(end, long.MaxValue);
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
