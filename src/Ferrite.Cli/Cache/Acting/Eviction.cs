using System.Runtime.InteropServices;
using Ferrite.Cli.Interop.Linux;
using Ferrite.Handles;
using Ferrite.Mapping;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Cli.Cache.Acting;

/// <summary>
/// Takes the pages of one file out of the cache, by the cheapest means that does it: clean ones go by themselves, dirty ones are written
/// back first, and what is mapped or part of a larger folio goes by way of a mapping.
/// </summary>
internal static class Eviction
{
    /// <summary>Between two of so many bytes it can be stopped.</summary>
    private const long SpanBytes = 1L << 30;

    /// <summary>What is left.</summary>
    internal static PageResidency Run(SafeFileHandle file, PageResidency before, Action<long> onDropped, CancellationToken stop)
    {
        if (before.Length == 0 || (before.IsKnown && before.ResidentPages == 0))
        {
            return before;
        }

        PageResidency after = before;
        if (OperatingSystem.IsLinux())
        {
            after = Drop(file, before, onDropped, stop);
            if (IsDone(after, stop))
            {
                return after;
            }
        }

        RandomAccess.FlushToDisk(file);
        if (OperatingSystem.IsLinux())
        {
            after = Drop(file, after, static _ => { }, stop);
            if (IsDone(after, stop))
            {
                return after;
            }
        }

        return after.IsKnown ? ThroughMapping(file, after, stop) : after;
    }

    private static bool IsDone(PageResidency residency, CancellationToken stop) =>
        (residency.IsKnown && residency.ResidentPages == 0) || stop.IsCancellationRequested;

    private static PageResidency Drop(SafeFileHandle file, PageResidency residency, Action<long> onDropped, CancellationToken stop)
    {
        foreach ((long start, long end) in Spans(residency, stop))
        {
            // Whole pages: of a part the call drops none.
            long first = start & -MappedFile.PageSize;
            long last = (end + MappedFile.PageSize - 1) & -MappedFile.PageSize;
            int error = Libc.PosixFAdvise(file, first, last - first, Libc.POSIX_FADV_DONTNEED);
            if (error != 0)
            {
                throw new IOException(Marshal.GetPInvokeErrorMessage(error));
            }

            onDropped(residency.IsKnown ? end - start : 0);
        }

        return PageResidency.Of(file, residency.Offset, residency.Length);
    }

    private static PageResidency ThroughMapping(SafeFileHandle file, PageResidency residency, CancellationToken stop)
    {
        using BorrowedHandle<SafeFileHandle> borrowed = file.Borrow();
        using (var mapped = MappedFile.FromHandle(borrowed.Duplicate()))
        {
            foreach ((long start, long end) in Spans(residency, stop))
            {
                // It may have been cut since.
                long length = Math.Min(end, mapped.Length) - start;
                if (length > 0)
                {
                    mapped.Evict(start, length);
                }
            }
        }

        return PageResidency.Of(file, residency.Offset, residency.Length);
    }

    /// <summary>Resident ranges, joined to spans of no more than so many bytes; one span where nothing is known.</summary>
    private static IEnumerable<(long Start, long End)> Spans(PageResidency residency, CancellationToken stop)
    {
        if (!residency.IsKnown)
        {
            yield return (residency.Offset, residency.Offset + residency.Length);
            yield break;
        }

        (long start, long end) = (-1, -1);
        foreach ((long offset, long length) in residency.ResidentRanges)
        {
            for (long next = offset; next < offset + length;)
            {
                long stepEnd = Math.Min(offset + length, next + SpanBytes);
                if (start >= 0 && stepEnd - start > SpanBytes)
                {
                    if (stop.IsCancellationRequested)
                    {
                        yield break;
                    }

                    yield return (start, end);
                    start = -1;
                }

                start = start < 0 ? next : start;
                end = next = stepEnd;
            }
        }

        if (start >= 0)
        {
            yield return (start, end);
        }
    }
}
