using Ferrite.Mapping;

namespace Ferrite.Cli.Cache.Acting;

/// <summary>What is wanted of a file and is not in the cache.</summary>
internal static class MissingParts
{
    /// <summary>The gaps between the resident ranges of what was looked at; all of it where nothing is known.</summary>
    internal static IEnumerable<(long Offset, long Length)> Of(PageResidency residency)
    {
        long start = residency.Offset;
        if (residency.IsKnown)
        {
            foreach ((long offset, long length) in residency.ResidentRanges)
            {
                if (offset > start)
                {
                    yield return (start, offset - start);
                }

                start = offset + length;
            }
        }

        long end = residency.Offset + residency.Length;
        if (end > start)
        {
            yield return (start, end - start);
        }
    }

    /// <summary>Of the gaps, what lies in the wanted ranges; both in order.</summary>
    internal static IEnumerable<(long Offset, long Length)> Of(PageResidency residency, IReadOnlyList<(long Offset, long Length)> wanted)
    {
        int i = 0;
        foreach ((long offset, long length) in Of(residency))
        {
            long end = offset + length;
            for (; i < wanted.Count && wanted[i].Offset < end; i++)
            {
                long wantedEnd = wanted[i].Offset + wanted[i].Length;
                long from = Math.Max(offset, wanted[i].Offset);
                long to = Math.Min(end, wantedEnd);
                if (to > from)
                {
                    yield return (from, to - from);
                }

                if (wantedEnd > end)
                {
                    break;
                }
            }
        }
    }
}
