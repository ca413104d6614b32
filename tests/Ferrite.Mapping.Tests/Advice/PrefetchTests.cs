using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.Advice;

public sealed class PrefetchTests : FileTests
{
    private const int MiB = 1 << 20;

    /// <summary>The kernel reads no more than the device's read-ahead at one request, and drops the rest of it.</summary>
    [NeedsFact(Needs.Eviction)]
    public void It_brings_in_all_of_a_range_longer_than_any_read_ahead()
    {
        string path = FileOf(40 * MiB);
        PageCache.Evict(path);
        using MappedFile file = MappedFile.Open(path);

        file.Prefetch(MiB, 38 * MiB);

        WaitForResidency(file, MiB, 38 * MiB);
        Assert.Equal(0, file.GetResidency(0, MiB / 2).ResidentPages);
    }

    [NeedsFact(Needs.Eviction)]
    public void WillNeed_is_the_same()
    {
        string path = FileOf(20 * MiB);
        PageCache.Evict(path);
        using MappedFile file = MappedFile.Open(path, MapMode.CopyOnWrite);

        file.Advise(0, file.Length, MemoryAdvice.WillNeed);

        WaitForResidency(file, 0, file.Length);
    }

    /// <summary>Reading goes on after the call.</summary>
    private static void WaitForResidency(MappedFile file, long offset, long length)
    {
        bool all = SpinWait.SpinUntil(() => file.GetResidency(offset, length) is var now && now.ResidentPages == now.Pages, TimeSpan.FromSeconds(60));
        Assert.True(all, $"{file.GetResidency(offset, length).ResidentPages} pages came in, of {file.GetResidency(offset, length).Pages}.");
    }
}
