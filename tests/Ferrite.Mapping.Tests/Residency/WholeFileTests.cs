using Ferrite.TestKit;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Tests.Residency;

public sealed class WholeFileTests : LeakCheckedTests
{
    private static readonly int Page = MappedFile.PageSize;

    private readonly TempDirectory _directory = new();

    [NeedsFact(Needs.Eviction)]
    public void Nothing_is_resident_of_an_evicted_file_and_asking_brings_nothing_in()
    {
        string path = _directory.FileOf(new byte[(20 * Page) + 1]);
        PageCache.Evict(path);

        PageResidency residency = PageResidency.Of(path);

        Assert.True(residency.IsKnown);
        Assert.Equal(21, residency.Pages);
        Assert.Equal(0, residency.ResidentPages);
        Assert.Equal(0, residency.ResidentBytes);
        Assert.Empty(residency.ResidentRanges);
        Assert.All(Enumerable.Range(0, 21), page => Assert.False(residency[page]));
        Assert.DoesNotContain(true, PageCache.Read(path));
    }

    [NeedsFact(Needs.Linux)]
    public void All_of_a_warm_file_is_one_range_up_to_its_last_byte()
    {
        string path = _directory.FileOf(new byte[(20 * Page) + 1]);
        using IDisposable pinned = PageCache.Pin(path, Enumerable.Range(0, 21).Select(static page => (long)page));

        PageResidency residency = PageResidency.Of(path);

        Assert.Equal(21, residency.ResidentPages);
        Assert.Equal((20 * Page) + 1, residency.ResidentBytes);
        Assert.Equal([(0, (20 * Page) + 1)], residency.ResidentRanges);
        Assert.All(Enumerable.Range(0, 21), page => Assert.True(residency[page]));
    }

    [NeedsFact(Needs.Linux)]
    public void An_empty_file_is_known_and_has_no_pages()
    {
        PageResidency residency = PageResidency.Of(_directory.FileOf([]));

        Assert.True(residency.IsKnown);
        Assert.Equal(0, residency.Pages);
        Assert.Equal(0, residency.ResidentPages);
        Assert.Empty(residency.ResidentRanges);
        Assert.Throws<ArgumentOutOfRangeException>(() => residency[0]);
    }

    [NeedsFact(Needs.Linux)]
    public void The_handle_stays_the_callers()
    {
        using SafeFileHandle file = File.OpenHandle(_directory.FileOf(new byte[Page]));

        Assert.Equal(1, PageResidency.Of(file).Pages);
        Assert.False(file.IsClosed);
    }

    [NeedsFact(Needs.Linux)]
    public void What_is_no_readable_file_is_refused()
    {
        Assert.Throws<FileNotFoundException>(() => PageResidency.Of(_directory.File("missing")));
        Assert.Contains("ENODEV", Assert.Throws<IOException>(() => PageResidency.Of(_directory.Path)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => PageResidency.Of(""));
        Assert.Throws<ArgumentNullException>(() => PageResidency.Of((string)null!));
        Assert.Throws<ArgumentNullException>(() => PageResidency.Of((SafeFileHandle)null!));
        Assert.Throws<ArgumentException>(() => PageResidency.Of(new SafeFileHandle(-1, ownsHandle: false)));
        SafeFileHandle closed = File.OpenHandle(_directory.FileOf([1]));
        closed.Dispose();
        Assert.Throws<ObjectDisposedException>(() => PageResidency.Of(closed));
    }

    [NeedsFact(Needs.Linux)]
    public void A_pipe_is_refused_and_not_waited_for()
    {
        Tool.Run("mkfifo", _directory.File("pipe"));

        Assert.Throws<IOException>(() => PageResidency.Of(_directory.File("pipe")));
    }

    protected override void Dispose(bool disposing)
    {
        _directory.Dispose();
        base.Dispose(disposing);
    }
}
