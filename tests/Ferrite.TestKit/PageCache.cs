using Ferrite.Mapping;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.TestKit;

/// <summary>
/// The page cache by the plainest means there are, to compare with: posix_fadvise(2), pread(2) without read-ahead, and mincore(2) over a
/// mapping of the whole file. Linux.
/// </summary>
public static class PageCache
{
    /// <summary>Writes the file back and drops all of its pages.</summary>
    public static void Evict(string path)
    {
        using SafeFileHandle file = File.OpenHandle(path, access: FileAccess.ReadWrite, share: FileShare.ReadWrite);
        RandomAccess.FlushToDisk(file);
        PageCacheCalls.Check(PageCacheCalls.Advise(file, 0, 0, PageCacheCalls.DontNeed));
    }

    /// <summary>Brings in these pages and no others.</summary>
    public static void Warm(string path, params IEnumerable<long> pages)
    {
        using SafeFileHandle file = File.OpenHandle(path, share: FileShare.ReadWrite);
        PageCacheCalls.Check(PageCacheCalls.Advise(file, 0, 0, PageCacheCalls.Random));
        Span<byte> one = stackalloc byte[1];
        foreach (long page in pages)
        {
            RandomAccess.Read(file, one, page * MappedFile.PageSize);
        }
    }

    /// <summary>Which pages are in memory, as the kernel tells the file's owner.</summary>
    public static bool[] Read(string path)
    {
        using SafeFileHandle file = File.OpenHandle(path, share: FileShare.ReadWrite);
        return PageCacheCalls.MInCore(file, RandomAccess.GetLength(file));
    }

    /// <summary>Brings in these pages and keeps them in, whatever memory is wanted for, until disposed.</summary>
    public static IDisposable Pin(string path, params IEnumerable<long> pages) => new PinnedPages(path, pages);
}
