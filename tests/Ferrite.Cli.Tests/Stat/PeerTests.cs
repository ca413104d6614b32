using System.Globalization;
using Ferrite.Cli.Tests.Kit;
using Ferrite.TestKit;

namespace Ferrite.Cli.Tests.Stat;

/// <summary>The same files, file for file, against tools that people trust.</summary>
public sealed class PeerTests : IDisposable
{
    private static readonly int Page = Environment.SystemPageSize;

    private readonly TempDirectory _directory = new();
    private readonly List<IDisposable> _pinned = [];

    public void Dispose()
    {
        _pinned.ForEach(static pinned => pinned.Dispose());
        _directory.Dispose();
    }

    [NeedsFact(Needs.Eviction | Needs.Fincore)]
    public void Fincore_counts_the_same_pages()
    {
        string[] paths = Tree();

        string[] counts = Tool.Run("fincore", ["--raw", "--noheadings", "--output", "PAGES", .. paths])
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(counts.Select(static count => long.Parse(count, CultureInfo.InvariantCulture)), Ours(paths));
    }

    [NeedsFact(Needs.Eviction | Needs.Vmtouch)]
    public void Vmtouch_counts_the_same_pages()
    {
        string[] paths = Tree();

        Assert.Equal(paths.Select(Vmtouch), Ours(paths));
    }

    private static long Vmtouch(string path)
    {
        // "  Resident Pages: 3/7  12K/28K  42.9%"
        string line = Tool.Run("vmtouch", path).Split('\n')
            .Single(static line => line.Contains("Resident Pages:", StringComparison.Ordinal));
        return long.Parse(line.Split(':')[1].Split('/')[0], CultureInfo.InvariantCulture);
    }

    private long[] Ours(string[] paths)
    {
        StatDocument document = StatDocument.Parse(FerriteTool.Stat("--json", _directory.Path).AssertSucceeded().Output);
        Assert.Equal(paths.Length, document.Files!.Length);
        return [.. paths.Select(path => document.FileOf(path).ResidentPages!.Value)];
    }

    /// <summary>Cold, half warm, warm, in pieces, sparse, empty, and a second name.</summary>
    private string[] Tree()
    {
        string[] paths =
        [
            Make("cold", 1000), Make("half", 1000, [.. Range(500)]), Make("warm", 700, [.. Range(700)]),
            Make("pieces", 5000, [.. Range(900).Select(static i => i * 5)]),
            _directory.SparseFile(100_000_000, "sparse"), _directory.FileOf([], "empty"), _directory.File("zz-second-name"),
        ];
        Tool.Run("ln", _directory.File("half"), _directory.File("zz-second-name"));
        return paths;
    }

    private string Make(string name, int pages, params long[] resident)
    {
        string path = _directory.FileOf(new byte[(pages * Page) - 1], name);
        PageCache.Evict(path);
        _pinned.Add(PageCache.Pin(path, resident));
        return path;
    }

    private static IEnumerable<long> Range(int count) => Enumerable.Range(0, count).Select(static page => (long)page);
}
