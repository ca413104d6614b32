using Ferrite.TestKit;

namespace Ferrite.Cli.Tests.Kit;

/// <summary>Files whose pages in the cache are known.</summary>
internal static class Pages
{
    internal static readonly int Size = Environment.SystemPageSize;

    /// <summary>A file of so many pages, none but some of them in the cache.</summary>
    internal static string File(TempDirectory directory, string name, int pages, params IEnumerable<long> resident)
    {
        byte[] content = new byte[pages * Size];
        new Random(pages).NextBytes(content);
        string path = directory.FileOf(content, name);
        PageCache.Evict(path);
        PageCache.Warm(path, resident);
        return path;
    }

    internal static IEnumerable<long> Range(int first, int count) => Enumerable.Range(first, count).Select(static page => (long)page);

    /// <summary>The pages that are in the cache, as the kernel tells.</summary>
    internal static long[] In(string path) =>
        [.. PageCache.Read(path).Select(static (isIn, page) => isIn ? page : -1L).Where(static page => page >= 0)];
}
