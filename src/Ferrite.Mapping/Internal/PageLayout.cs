namespace Ferrite.Mapping.Internal;

/// <summary>How a file's mappings lie in memory.</summary>
/// <param name="PageSize">Bytes of the pages that can be replaced one by one: more than the OS's own on hugetlbfs.</param>
/// <param name="Alignment">The address of byte 0 is a multiple of it.</param>
internal readonly record struct PageLayout(long PageSize, long Alignment)
{
    /// <summary>Whether the file is made of huge pages (hugetlbfs), rather than mapped by some where it happens.</summary>
    internal bool IsHugeTlb => PageSize != PageMath.PageSize;

    internal static PageLayout Of(long pageSize, HugePages hugePages) =>
        new(pageSize, hugePages == HugePages.None ? pageSize : Math.Max(pageSize, Backend.HugePageSize));

    /// <summary>
    /// Bytes to map. A file of hugetlbfs has the length of its longest writable mapping, whatever was asked for, so it gets no capacity.
    /// </summary>
    internal long CapacityFor(long length, long capacity) =>
        PageMath.RoundUp(IsHugeTlb ? length : Math.Max(length, capacity), Alignment);

    internal long RoundUp(long bytes) => PageMath.RoundUp(bytes, PageSize);

    /// <summary>The pages that a range touches, in bytes.</summary>
    internal (long Start, long End) Touched(long offset, long length)
    {
        long start = offset & -PageSize;
        return (start, length == 0 ? start : RoundUp(offset + length));
    }
}
