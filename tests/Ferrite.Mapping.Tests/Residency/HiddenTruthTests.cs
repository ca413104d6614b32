using System.Runtime.InteropServices;
using Ferrite.TestKit;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Tests.Residency;

/// <summary>
/// To those who neither own a file nor may write it, Linux says that every page is resident. They must hear "unknown" from us, and the
/// truth wherever the kernel does tell it.
/// </summary>
public sealed partial class HiddenTruthTests : LeakCheckedTests
{
    private const Needs OtherUser = Needs.Eviction | Needs.Root | Needs.OtherUser;
    private const int Nobody = 65534;

    private static readonly int Page = MappedFile.PageSize;
    private static readonly ChildOptions AsNobody = new() { Wrapper = ["setpriv", $"--reuid={Nobody}", "--clear-groups"] };

    private readonly TempDirectory _directory = new();

    [NeedsFact(OtherUser)]
    public void Of_somebody_elses_file_nothing_is_known() => RunAsNobody(AssertUnknown, "chmod", "644");

    [NeedsFact(OtherUser)]
    public void Of_a_file_that_may_be_written_the_truth_is_known() =>
        RunAsNobody(AssertEvenPagesOfPath, "chmod", "666");

    [NeedsFact(OtherUser)]
    public void Of_ones_own_file_the_truth_is_known() =>
        RunAsNobody(AssertEvenPagesOfPath, "chown", $"{Nobody}");

    [NeedsFact(OtherUser)]
    public void A_file_that_may_not_be_read_is_refused() => RunAsNobody(AssertRefused, "chmod", "600");

    /// <summary>Then cachestat(2) counts, but mincore(2) hides: the pages are found by counting them one by one.</summary>
    [NeedsFact(OtherUser)]
    public void A_descriptor_opened_for_writing_by_somebody_else_tells_the_truth()
    {
        using IDisposable pinned = HalfWarm(out string path);

        ChildProcess.Run(AssertEvenPagesAfterBecomingNobody, path).AssertSucceeded();
    }

    protected override void Dispose(bool disposing)
    {
        _directory.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>20 pages; those with an even number are resident.</summary>
    private IDisposable HalfWarm(out string path)
    {
        path = _directory.FileOf(new byte[20 * Page]);
        PageCache.Evict(path);
        return PageCache.Pin(path, Enumerable.Range(0, 10).Select(static i => i * 2L));
    }

    private void RunAsNobody(Action<string[]> scenario, string change, string how)
    {
        using IDisposable pinned = HalfWarm(out string path);
        Tool.Run("chmod", "755", _directory.Path);
        Tool.Run(change, how, path);
        ChildProcess.Run(AsNobody, scenario, path).AssertSucceeded();
    }

    private static void AssertUnknown(string[] arguments)
    {
        PageResidency residency = PageResidency.Of(arguments[0]);

        Assert.False(residency.IsKnown);
        Assert.Equal(20, residency.Pages);
        Assert.Throws<InvalidOperationException>(() => residency.ResidentPages);
        Assert.Throws<InvalidOperationException>(() => residency.ResidentBytes);
        Assert.Throws<InvalidOperationException>(() => residency.ResidentRanges);
        Assert.Throws<InvalidOperationException>(() => residency[0]);
        using MappedFile mapped = MappedFile.Open(arguments[0]);
        Assert.False(mapped.GetResidency(Page, Page).IsKnown);
        Assert.True(mapped.GetResidency(Page, 0).IsKnown);
    }

    private static void AssertEvenPagesOfPath(string[] arguments) => AssertEvenPages(PageResidency.Of(arguments[0]));

    private static void AssertEvenPages(PageResidency residency)
    {
        Assert.True(residency.IsKnown);
        Assert.All(Enumerable.Range(0, 20), page => Assert.Equal(page % 2 == 0, residency[page]));
    }

    private static void AssertRefused(string[] arguments) =>
        Assert.Throws<UnauthorizedAccessException>(() => PageResidency.Of(arguments[0]));

    private static void AssertEvenPagesAfterBecomingNobody(string[] arguments)
    {
        using SafeFileHandle file = File.OpenHandle(arguments[0], access: FileAccess.ReadWrite);
        Assert.Equal(0, SetUserIds(Nobody, Nobody, Nobody));
        AssertEvenPages(PageResidency.Of(file));
        Assert.False(PageResidency.Of(arguments[0]).IsKnown);
    }

    /// <summary>setresuid(2), for all threads.</summary>
    [LibraryImport("libc", EntryPoint = "setresuid")]
    private static partial int SetUserIds(uint real, uint effective, uint saved);
}
