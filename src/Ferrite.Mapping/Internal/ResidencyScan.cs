using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Internal;

/// <summary>
/// Finds the pages of a file that are in memory. Where the OS counts (cachestat(2)), what is cold or warm as a whole is settled by one
/// call, however long it is, and only what is mixed is split and looked at page by page (mincore(2)). Where it doesn't count, everything
/// is looked at.
/// </summary>
internal sealed class ResidencyScan
{
    /// <summary>Pages looked at by one mincore(2): their answer fits the stack, their bits 512 bytes.</summary>
    private const int LeafPages = 4096;

    /// <summary>Where fewer than one page of so many is resident, counting finds it sooner than looking at all of them.</summary>
    private const int SparsePages = 64;

    private const int Branches = 8;

    /// <summary>Pages past the file's last one, beyond the reach of any folio of the page cache.</summary>
    private const long FarPastEnd = 1 << 18;

    private readonly SafeFileHandle _file;
    private readonly string? _path;
    private readonly PageSet _resident = new();

    /// <summary>Whether mincore(2) was seen to tell the truth, or to hide it; null as long as it can't be told.</summary>
    private bool? _isTruthful;

    private ResidencyScan(SafeFileHandle file, string? path)
    {
        _file = file;
        _path = path;
    }

    /// <summary>The resident ones of the pages; null where the OS doesn't tell.</summary>
    internal static PageSet? Run(SafeFileHandle file, string? path, long firstPage, long pages)
    {
        var scan = new ResidencyScan(file, path);
        bool known = pages == 0 || (Backend.TryCountResident(file, firstPage, pages, out long resident)
            ? scan.TryAddCounted(firstPage, pages, resident)
            : scan.TryAddUncounted(firstPage, pages));
        return known ? scan._resident : null;
    }

    private bool TryAddCounted(long first, long pages, long resident)
    {
        if (resident >= pages)
        {
            _resident.AddRun(first, pages);
            return true;
        }

        bool isLeaf = pages <= LeafPages && pages / SparsePages <= resident;
        return resident == 0 || (isLeaf && TryAddLeaf(first, (int)pages, counted: true)) || TrySplit(first, pages);
    }

    private bool TrySplit(long first, long pages)
    {
        long step = ((pages - 1) / Branches) + 1;
        for (long done = 0; done < pages; done += step)
        {
            long part = Math.Min(step, pages - done);
            if (!Backend.TryCountResident(_file, first + done, part, out long resident) || !TryAddCounted(first + done, part, resident))
            {
                return false;
            }
        }

        return true;
    }

    private bool TryAddUncounted(long first, long pages)
    {
        // First, since the usual reason for not counting is that the caller isn't to know. Of hugetlbfs mincore(2) tells what is mapped.
        _isTruthful = Backend.GetPageSize(_file) == PageMath.PageSize ? IsTruthfulPastEnd() : false;
        for (long done = 0; done < pages; done += LeafPages)
        {
            if (!TryAddLeaf(first + done, (int)Math.Min(LeafPages, pages - done), counted: false))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// False where mincore(2) has no answer that can be trusted. "All of them" is what it says to whom it hides the truth; what was
    /// counted there can still be had by counting page by page.
    /// </summary>
    private bool TryAddLeaf(long first, int pages, bool counted)
    {
        if (_isTruthful == false)
        {
            return false;
        }

        Span<byte> answer = stackalloc byte[LeafPages];
        answer = answer[..pages];
        OSError error = Backend.GetResidency(_file, first, answer);
        if (!error.IsNone)
        {
            return counted || Backend.IsResidencyUnknown(error) ? false : throw error.ToException(_path);
        }

        _isTruthful ??= HasMissing(answer) || (counted && IsTruthfulPastEnd() == true);
        if (_isTruthful == true)
        {
            _resident.AddMarked(first, answer);
        }

        return _isTruthful == true;
    }

    /// <summary>
    /// A page past the file's end is in nobody's memory: whoever is told that it is, is told so of every page. Null where there is no
    /// asking past the end.
    /// </summary>
    private bool? IsTruthfulPastEnd()
    {
        if (!Backend.GetLength(_file, out long length).IsNone)
        {
            return null;
        }

        Span<byte> page = stackalloc byte[1];
        long end = PageMath.PagesOf(0, length);
        // Near the longest file that the file system holds, only the next page may be left to ask about, or none.
        OSError error = Backend.GetResidency(_file, end + FarPastEnd, page);
        error = error.IsNone ? error : Backend.GetResidency(_file, end, page);
        return error.IsNone ? HasMissing(page) : null;
    }

    private static bool HasMissing(ReadOnlySpan<byte> answer)
    {
        foreach (byte page in answer)
        {
            if ((page & 1) == 0)
            {
                return true;
            }
        }

        return false;
    }
}
