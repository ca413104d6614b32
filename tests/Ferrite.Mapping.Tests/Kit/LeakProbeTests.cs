using Ferrite.TestKit;
using UnixLibc = Ferrite.Mapping.Interop.Unix.Libc;

namespace Ferrite.Mapping.Tests.Kit;

public sealed class LeakProbeTests : LeakCheckedTests
{
    private const int Many = 24;

    [Fact]
    public void Finds_mappings_that_were_left_open()
    {
        using var directory = new TempDirectory();
        string path = directory.FileOf(new byte[10_000]);
        LeakProbe probe = LeakProbe.Start();
        MappedFile[] files = [.. Enumerable.Range(0, Many).Select(_ => MappedFile.Open(path))];

        InvalidOperationException found = Assert.Throws<InvalidOperationException>(() => probe.AssertNoGrowth());

        Assert.Contains("regions", found.Message, StringComparison.Ordinal);
        Assert.Contains("mappings of temporary files", found.Message, StringComparison.Ordinal);
        Assert.Contains("descriptors of temporary files", found.Message, StringComparison.Ordinal);
        Array.ForEach(files, static file => file.Dispose());
    }

    [Fact]
    public void Finds_file_descriptors_that_were_left_open()
    {
        LeakProbe probe = LeakProbe.Start();
        FileStream[] files = [.. Enumerable.Range(0, Many).Select(_ => File.OpenRead("/dev/null"))];

        InvalidOperationException found = Assert.Throws<InvalidOperationException>(() => probe.AssertNoGrowth());

        Assert.Contains("file descriptors", found.Message, StringComparison.Ordinal);
        Array.ForEach(files, static file => file.Dispose());
    }

    /// <summary>As where a tombstone was not given back: one entry is enough.</summary>
    [NeedsFact(Needs.Linux)]
    public unsafe void Finds_memory_that_was_left_mapped()
    {
        const int Length = 12_288;
        LeakProbe probe = LeakProbe.Start();
        // SAFETY: mmap(2) without MAP_FIXED takes free addresses only.
        nint left = UnixLibc.MMapAnonymous(
            null, Length, UnixLibc.PROT_READ | UnixLibc.PROT_WRITE, UnixLibc.MAP_PRIVATE | Interop.Linux.Mman.MAP_ANONYMOUS | Interop.Linux.Mman.MAP_NORESERVE, -1, 0);

        InvalidOperationException found = Assert.Throws<InvalidOperationException>(() => probe.AssertNoGrowth());

        Assert.Contains($"map entries like ours, rw-p {Length} bytes: ", found.Message, StringComparison.Ordinal);
        // SAFETY: munmap(2) of what was just mapped, which nothing refers to.
        Assert.Equal(0, UnixLibc.MUnmap((void*)left, Length));
        probe.AssertNoGrowth();
    }

    [Fact]
    public void Finds_nothing_after_mappings_were_disposed()
    {
        using var directory = new TempDirectory();
        string path = directory.FileOf(new byte[10_000]);
        LeakProbe probe = LeakProbe.Start();
        for (int i = 0; i < 1000; i++)
        {
            MappedFile.Open(path).Dispose();
        }

        probe.AssertNoGrowth();
    }
}
