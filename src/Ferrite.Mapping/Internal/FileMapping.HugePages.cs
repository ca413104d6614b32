namespace Ferrite.Mapping.Internal;

internal sealed partial class FileMapping
{
    /// <summary>Slow, where they were asked for: the kernel is asked for each of the process's mappings.</summary>
    internal bool UsesHugePages(ref Region current)
    {
        Region region = Volatile.Read(ref current);
        ObjectDisposedException.ThrowIf(region.Length < 0, typeof(MappedFile));
        bool inUse = _layout.IsHugeTlb || (WantsHugePages && region.UsesHugePages);
        GC.KeepAlive(region);
        return inUse;
    }

    private bool WantsHugePages
    {
        get
        {
            lock (_gate)
            {
                return _options.HugePages != HugePages.None || _requests is { HugePages.IsEmpty: false };
            }
        }
    }

    /// <summary>
    /// Of a mapping just opened. A file on disk shows only when it has some in memory; and what was in the page cache already, in small
    /// pages, stays there as it is, so the first is brought in anew.
    /// </summary>
    private void RequireHugePages(Region region)
    {
        if (_options.HugePages != HugePages.Require || _layout.IsHugeTlb)
        {
            return;
        }

        if (Backend.WhyNoHugePages is { } why)
        {
            throw new PlatformNotSupportedException(why);
        }

        nint address = region.AddressOf(0);
        var first = (nuint)Math.Min(PageMath.RoundUp(region.Length), _layout.Alignment);
        if (!region.IsMapped || region.UsesHugePages || BringsHugePageIn(region, first))
        {
            return;
        }

        Backend.Evict(_file, address, 0, first);
        if (!BringsHugePageIn(region, first))
        {
            throw new IOException(
                $"There are no huge pages for {(Path is null ? "the mapped file" : $"'{Path}'")}, which were required: neither is it on hugetlbfs, "
                + "nor does the kernel map it by transparent ones, by its file system and /sys/kernel/mm/transparent_hugepage.");
        }
    }

    private static bool BringsHugePageIn(Region region, nuint size)
    {
        Backend.BringIn(region.AddressOf(0), size);
        return region.UsesHugePages;
    }
}
