using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.Advice;

public sealed class EvictTests : FileTests
{
    private static readonly int Page = MappedFile.PageSize;

    [NeedsFact(Needs.Eviction)]
    public void Written_pages_leave_memory_and_keep_their_bytes()
    {
        string path = FileOf(64 * Page);
        using MappedFile file = MappedFile.Open(path, MapMode.ReadWrite);
        file.Touch(0, file.Length);
        file.Write(12 * Page, 42L);

        file.Evict((10 * Page) + 1, 20 * Page);

        PageResidency now = file.GetResidency(0, file.Length);
        Assert.Equal([(0, 10 * Page), (31 * Page, 33 * Page)], now.ResidentRanges);
        Assert.Equal(42L, file.Read<long>(12 * Page));
        byte[] expected = Bytes.Of(64 * Page);
        BitConverter.TryWriteBytes(expected.AsSpan(12 * Page), 42L);
        Assert.Equal(expected, file.Read(0, 64 * Page, static span => span.ToArray()));
    }

    [NeedsFact(Needs.Eviction)]
    public void A_reader_can_evict_too()
    {
        using MappedFile file = MappedFile.Open(FileOf(64 * Page));
        PageCache.Evict(PathOf());
        file.Touch(0, file.Length);
        Assert.Equal(64, file.GetResidency(0, file.Length).ResidentPages);

        file.Evict(0, file.Length);

        Assert.Equal(0, file.GetResidency(0, file.Length).ResidentPages);
    }

    [NeedsFact(Needs.Eviction)]
    public void Locked_pages_stay()
    {
        using MappedFile file = MappedFile.Open(FileOf(64 * Page), MapMode.ReadWrite);
        file.Touch(0, file.Length);
        file.Lock(20 * Page, 2 * Page);

        file.Evict(0, file.Length);

        Assert.Equal([(20 * Page, 2 * Page)], file.GetResidency(0, file.Length).ResidentRanges);
    }

    /// <summary>The page cache keeps what is mapped, also by a region that a view still holds.</summary>
    [NeedsFact(Needs.Eviction)]
    public void Pages_that_only_a_replaced_region_maps_leave_too()
    {
        using MappedFile file = MappedFile.Open(FileOf(64 * Page), MapMode.ReadWrite);
        using MappedView view = file.GetView();
        file.Touch(0, file.Length);
        file.Refresh();

        file.Evict(0, file.Length);

        Assert.Equal(0, file.GetResidency(0, file.Length).ResidentPages);
        Assert.Equal(Bytes.Of(64 * Page), view.Span.ToArray());
    }

    [NeedsFact(Needs.Strace | Needs.Eviction)]
    public void What_was_written_is_flushed_before_it_goes()
    {
        string log = PathOf("log");
        var traced = new ChildOptions { Wrapper = ["strace", "-f", "-qq", "-e", "trace=msync,madvise,fadvise64", "-o", log] };

        ChildProcess.Run(traced, WriteAndEvict, FileOf(8 * Page)).AssertSucceeded();

        string[] calls = [.. File.ReadLines(log).SkipWhile(static line => !line.Contains("msync(", StringComparison.Ordinal))];
        Assert.Matches($", {(2 * Page) + 1}, MS_SYNC\\) += 0", calls[0]);
        Assert.Contains(calls, line => line.Contains("fadvise64(", StringComparison.Ordinal)
            && line.Contains($", {2 * Page}, {3 * Page}, POSIX_FADV_DONTNEED)", StringComparison.Ordinal)
            && line.EndsWith("= 0", StringComparison.Ordinal));
    }

    [NeedsFact(Needs.Strace | Needs.Eviction)]
    public void Where_the_flush_fails_nothing_goes()
    {
        var failing = new ChildOptions { Wrapper = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=msync", "-e", "inject=msync:error=EIO"] };

        ChildProcess.Run(failing, FailToEvict, FileOf(8 * Page)).AssertSucceeded();
    }

    private static void WriteAndEvict(string[] arguments)
    {
        using MappedFile file = MappedFile.Open(arguments[0], MapMode.ReadWrite);
        file.Write(2 * Page, 42L);
        file.Evict((2 * Page) + 1, 2 * Page);
    }

    private static void FailToEvict(string[] arguments)
    {
        using MappedFile file = MappedFile.Open(arguments[0], MapMode.ReadWrite);
        file.Touch(0, file.Length);

        Assert.Throws<IOException>(() => file.Evict(0, file.Length));

        Assert.Equal(8, file.GetResidency(0, file.Length).ResidentPages);
    }
}
