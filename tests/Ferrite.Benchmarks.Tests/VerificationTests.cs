using Ferrite.Benchmarks.Cases;
using Ferrite.Benchmarks.Files;
using Ferrite.TestKit;

namespace Ferrite.Benchmarks.Tests;

/// <summary>A kernel that does nothing is fast; it must not be believed.</summary>
public sealed class VerificationTests
{
    private const long FileLength = 2 << 20;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_kernel_that_does_nothing_is_an_error(int threads)
    {
        var lazy = new Contender { Peer = Peer.Ferrite, Name = "nothing", Kernel = static _ => 0, Expected = static count => (ulong)count, Operations = 8, Threads = threads };
        using var timer = new Benchmarks.Measuring.Timer();

        InvalidDataException error = Assert.Throws<InvalidDataException>(() => timer.Call(lazy, 8));

        Assert.Contains("nothing", error.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string> Names => [.. CaseList.All.Select(static entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_case_takes_nothing_for_its_work(string name)
    {
        CaseEntry entry = CaseList.All.Single(entry => string.Equals(entry.Name, name, StringComparison.Ordinal));
        using var directory = new TempDirectory();
        using Case work = entry.Create(new BenchmarkFile(directory.Path, Math.Min(entry.Length, FileLength)));

        Assert.All(work.Contenders, static contender =>
        {
            contender.Prepare?.Invoke();
            Assert.Throws<InvalidDataException>(() => contender.Verify(contender.Operations, returned: 0));
        });
    }
}
