using Ferrite.TestKit;

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
