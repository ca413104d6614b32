using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.Resizing;

/// <summary>
/// The order in which pages are taken away, which no race shows reliably, as strace(1) tells it. The barrier follows the bit in the state
/// word: accesses that did not see the bit are over before the pages change.
/// </summary>
public sealed class OrderTests : FileTests
{
    private const string Begin = "/ferrite-begin";
    private const string End = "/ferrite-end";

    [NeedsTheory(Needs.Linux | Needs.Strace)]
    [InlineData("shrink", "map barrier tombstone truncate")]
    [InlineData("shrink with an older region", "map barrier tombstone barrier tombstone truncate")]
    [InlineData("grow in place", "truncate")]
    [InlineData("grow past the capacity", "truncate map")]
    [InlineData("refresh", "map")]
    [InlineData("dispose", "barrier tombstone close")]
    [InlineData("dispose with an older region", "barrier tombstone barrier tombstone close")]
    [InlineData("dispose read-only", "tombstone close")]
    [InlineData("unmap", "flush barrier tombstone")]
    public void Pages_are_taken_away_in_the_order_that_makes_it_safe(string what, string calls)
    {
        string trace = PathOf("trace"), path = FileOf(40_000);
        string[] strace = ["strace", "-f", "-y", "-o", trace, "-e", "trace=mmap,membarrier,ftruncate,msync,close,?stat,?lstat,?newfstatat,?statx"];

        ChildProcess.Run(new ChildOptions { Wrapper = strace }, Perform, path, what).AssertSucceeded();

        string[] lines = File.ReadAllLines(trace);
        string thread = lines.Single(static line => line.Contains(Begin, StringComparison.Ordinal)).Split(' ')[0];
        IEnumerable<string?> names = lines
            .Where(line => line.StartsWith(thread, StringComparison.Ordinal))
            .SkipWhile(static line => !line.Contains(Begin, StringComparison.Ordinal))
            .TakeWhile(static line => !line.Contains(End, StringComparison.Ordinal))
            .Select(line => NameOf(line, path));
        Assert.Equal(calls, string.Join(' ', names.OfType<string>()));
    }

    private static string? NameOf(string line, string path) =>
        line.Contains("membarrier(MEMBARRIER_CMD_PRIVATE_EXPEDITED", StringComparison.Ordinal) ? "barrier"
        : line.Contains("MAP_PRIVATE|MAP_FIXED|MAP_ANONYMOUS|MAP_NORESERVE", StringComparison.Ordinal) ? "tombstone"
        : line.Contains(" msync(", StringComparison.Ordinal) ? "flush"
        : !line.Contains($"<{path}>", StringComparison.Ordinal) ? null
        : line.Contains(" mmap(", StringComparison.Ordinal) ? "map"
        : line.Contains(" ftruncate(", StringComparison.Ordinal) ? "truncate"
        : line.Contains(" close(", StringComparison.Ordinal) ? "close"
        : null;

    private static void Perform(string[] arguments)
    {
        (string path, string what) = (arguments[0], arguments[1]);
        Action<MappedFile> action = what.Split(' ')[0] switch
        {
            "shrink" => static file => file.Resize(10_000),
            "grow" when what.EndsWith("place", StringComparison.Ordinal) => static file => file.Resize(file.Capacity),
            "grow" => static file => file.Resize(file.Capacity + 1),
            "refresh" => static file => file.Refresh(),
            "unmap" => static file => file.Unmap(),
            _ => static file => file.Dispose(),
        };

        // What is only done the first time is done with.
        MappedFile first = MappedFile.Open(path, MapMode.ReadWrite);
        first.Refresh();
        first.Resize(first.Length);
        first.Dispose();
        MappedFile file = MappedFile.Open(path, what.EndsWith("read-only", StringComparison.Ordinal) ? MapMode.ReadOnly : MapMode.ReadWrite);
        MappedView view = file.GetView();
        if (what.EndsWith("an older region", StringComparison.Ordinal))
        {
            file.Refresh();
        }

        File.Exists(Begin);
        action(file);
        File.Exists(End);
        _ = view.IsValid;
    }
}
