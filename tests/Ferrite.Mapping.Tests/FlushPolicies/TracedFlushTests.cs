using System.Globalization;
using System.Text.RegularExpressions;
using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.FlushPolicies;

/// <summary>The system calls that a policy makes, as strace sees them.</summary>
public sealed partial class TracedFlushTests : FileTests
{
    private static readonly int Page = MappedFile.PageSize;

    [NeedsFact(Needs.Strace)]
    public void Always_flushes_the_pages_of_each_write() =>
        Assert.Equal([(0, Page), (2L * Page, Page), (3L * Page, 2L * Page)], Trace(FlushPolicyAlways));

    [NeedsFact(Needs.Strace)]
    public void EveryBytes_flushes_all_when_so_many_are_pending_and_the_rest_on_dispose() =>
        Assert.Equal([(0, 8L * Page), (0, 8L * Page), (0, 8L * Page)], Trace(FlushPolicyEveryBytes));

    [NeedsFact(Needs.Strace)]
    public void EveryWrites_does_not_count_what_a_range_flush_wrote() =>
        Assert.Equal([(0, Page), (0, 8L * Page)], Trace(FlushPolicyEveryWrites));

    [NeedsFact(Needs.Strace)]
    public void Manual_makes_no_call() => Assert.Empty(Trace(FlushPolicyManual));

    [NeedsFact(Needs.Strace)]
    public void Every_flushes_in_the_background_while_something_is_pending() =>
        Assert.Equal([(0, 8L * Page), (0, 8L * Page)], Trace(FlushPolicyEvery));

    private static void FlushPolicyAlways(string[] arguments)
    {
        using MappedFile file = Create(arguments[0], FlushPolicy.Always);
        file.Write(8, 1L);
        file.Write((2L * Page) + 100, 1);
        file.Write((4L * Page) - 2, 1);
    }

    private static void FlushPolicyEveryBytes(string[] arguments)
    {
        using MappedFile file = Create(arguments[0], FlushPolicy.EveryBytes(100));
        for (int i = 0; i < 27; i++)
        {
            file.Write(i * 8L, 1L);
        }
    }

    private static void FlushPolicyEveryWrites(string[] arguments)
    {
        using MappedFile file = Create(arguments[0], FlushPolicy.EveryWrites(3));
        file.Write(0, 1L);
        file.Write(8, 1L);
        file.Flush(0, 8);
        file.Write(0, 1L);
        file.Write(2L * Page, 1L);
        using (WritableMappedView view = file.GetWritableView(3L * Page, 8))
        {
            view.Write(0, 1L);
        }
    }

    private static void FlushPolicyManual(string[] arguments)
    {
        using MappedFile file = Create(arguments[0], FlushPolicy.Manual);
        file.Write(8, 1L);
        file.Write(0, new byte[100]);
    }

    private static void FlushPolicyEvery(string[] arguments)
    {
        using MappedFile file = Create(arguments[0], FlushPolicy.Every(TimeSpan.FromMilliseconds(20)));
        for (int i = 0; i < 2; i++)
        {
            file.Write(8, 1L);
            file.Write(16, 1L);
            SpinWait.SpinUntil(() => file.PendingBytes == 0);
        }
    }

    private static MappedFile Create(string path, FlushPolicy policy) =>
        MappedFile.Create(path, 8L * Page, new MappedFileOptions { FlushPolicy = policy });

    /// <summary>Offset in the mapping and length of each durable flush.</summary>
    private List<(long Offset, long Length)> Trace(Action<string[]> scenario)
    {
        string trace = PathOf("trace");
        ChildProcess.Run(
            new ChildOptions { Wrapper = ["strace", "-f", "-qq", "-e", "trace=msync,mmap", "-o", trace] }, scenario, PathOf("data")).AssertSucceeded();
        string[] lines = File.ReadAllLines(trace);
        // The file is mapped shared over 8 pages.
        string shared = $", {8 * Page}, PROT_READ|PROT_WRITE, MAP_SHARED|MAP_FIXED, ";
        long start = Number(lines.Single(line => line.Contains(shared, StringComparison.Ordinal)), MapAddress());
        return [.. lines.Where(line => line.Contains("msync(", StringComparison.Ordinal) && line.Contains("MS_SYNC", StringComparison.Ordinal))
            .Select(line => (Number(line, SyncAddress()) - start, WholePages(SyncLength().Match(line).Groups["n"].Value)))];
    }

    /// <summary>msync(2) rounds the length up.</summary>
    private static long WholePages(string bytes) => (long.Parse(bytes, CultureInfo.InvariantCulture) + Page - 1) / Page * Page;

    private static long Number(string line, Regex pattern) =>
        long.Parse(pattern.Match(line).Groups["n"].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    [GeneratedRegex("mmap\\(0x(?<n>[0-9a-f]+),", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MapAddress();

    [GeneratedRegex("msync\\(0x(?<n>[0-9a-f]+),", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SyncAddress();

    [GeneratedRegex("msync\\(0x[0-9a-f]+, (?<n>[0-9]+),", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SyncLength();
}
