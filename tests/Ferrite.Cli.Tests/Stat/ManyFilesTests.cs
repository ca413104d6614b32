using System.Diagnostics;
using Ferrite.Cli.Tests.Kit;
using Ferrite.TestKit;
using Xunit.Abstractions;

namespace Ferrite.Cli.Tests.Stat;

public sealed class ManyFilesTests(ITestOutputHelper output) : IDisposable
{
    private const int Directories = 50;
    private const int FilesEach = 2000;

    private const string MemoryFileSystem = "/dev/shm";

    /// <summary>Where it can be: to make so many files and to remove them takes a disk far longer than to look at them.</summary>
    private readonly TempDirectory _directory = new(Directory.Exists(MemoryFileSystem) ? MemoryFileSystem : Path.GetTempPath());

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_hundred_thousand_small_files_are_all_counted()
    {
        int page = Environment.SystemPageSize;
        long bytes = 0;
        long pages = 0;
        for (int d = 0; d < Directories; d++)
        {
            Directory.CreateDirectory(_directory.File($"{d}"));
            for (int f = 0; f < FilesEach; f++)
            {
                int size = (f * 37) % ((2 * page) + 2);
                _directory.SparseFile(size, $"{d}/{f}");
                bytes += size;
                pages += (size + page - 1) / page;
            }
        }

        var watch = Stopwatch.StartNew();
        StatTotal total = StatDocument.Parse(FerriteTool.Stat("--json", "-s", _directory.Path).AssertSucceeded().Output).Total;
        output.WriteLine($"{total.Files} files, summary: {watch.ElapsedMilliseconds} ms");
        watch.Restart();
        int lines = FerriteTool.Stat(_directory.Path).AssertSucceeded().Lines.Length;
        output.WriteLine($"{lines} lines: {watch.ElapsedMilliseconds} ms");

        Assert.Equal(Directories * FilesEach, total.Files);
        Assert.Equal(Directories + 1, total.Directories);
        Assert.Equal(bytes, total.Bytes);
        Assert.Equal(pages, total.Pages);
        Assert.Equal((Directories * FilesEach) + 4, lines);
    }
}
