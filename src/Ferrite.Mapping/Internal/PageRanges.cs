namespace Ferrite.Mapping.Internal;

/// <summary>Pages as bytes, cut to the range that was asked about: its ends need not be page ends.</summary>
internal static class PageRanges
{
    internal static long ResidentBytes(PageSet pages, long offset, long length)
    {
        long bytes = 0;
        foreach ((_, long part) in InBytes(pages, offset, length))
        {
            bytes += part;
        }

        return bytes;
    }

    internal static IEnumerable<(long Offset, long Length)> InBytes(PageSet pages, long offset, long length)
    {
        long page = PageMath.PageSize;
        foreach ((long first, long count) in pages.Runs())
        {
            long start = Math.Max(offset, first * page);
            // Unsigned: the last page of the longest file there can be ends past long.MaxValue.
            ulong end = Math.Min((ulong)(offset + length), (ulong)(first + count) * (ulong)page);
            yield return (start, (long)end - start);
        }
    }
}
