using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.FlushPolicies;

/// <summary>msync made to fail by strace, under each policy and on each path: never silent, and told once on the way out.</summary>
public sealed class FailedFlushTests : FileTests
{
    public static TheoryData<string> Errors => ["EIO", "ENOSPC"];

    [NeedsTheory(Needs.Strace)]
    [MemberData(nameof(Errors))]
    public void Of_a_write_is_thrown_by_the_write_and_by_the_next(string error) => Inject(error, WriteTwice);

    [NeedsTheory(Needs.Strace)]
    [MemberData(nameof(Errors))]
    public void In_the_background_is_thrown_by_the_next_write(string error) => Inject(error, WriteAfterBackground);

    [NeedsTheory(Needs.Strace)]
    [MemberData(nameof(Errors))]
    public void In_the_background_is_thrown_by_dispose_if_nothing_else(string error) => Inject(error, DisposeAfterBackground);

    [NeedsTheory(Needs.Strace)]
    [MemberData(nameof(Errors))]
    public void Of_dispose_is_thrown_by_it_and_the_file_is_closed(string error) => Inject(error, DisposeOnly);

    [NeedsTheory(Needs.Strace)]
    [MemberData(nameof(Errors))]
    public void Leaves_pending_what_was_pending(string error) => Inject(error, KeepPending);

    private static void WriteTwice(string[] arguments)
    {
        string error = arguments[1];
        foreach (FlushPolicy policy in (FlushPolicy[])[FlushPolicy.Always, FlushPolicy.EveryBytes(8), FlushPolicy.EveryWrites(1)])
        {
            MappedFile file = Create(arguments[0], policy);
            Expect(error, () => file.Write(0, 1L));
            Expect(error, () => file.Write(8, 2L));
            Assert.Equal(0, file.Read<long>(8));
            Expect(error, () => file.Write(8, new byte[8]));
            Expect(error, () => file.Flush());

            // It was told.
            file.Dispose();
        }
    }

    private static void WriteAfterBackground(string[] arguments)
    {
        MappedFile file = Create(arguments[0], FlushPolicy.Every(TimeSpan.FromMilliseconds(1)));
        Exception? thrown = null;
        while (thrown is null)
        {
            thrown = Record.Exception(() => file.Write(0, 1L));
        }

        Assert.Contains(arguments[1], Assert.IsType<IOException>(thrown).Message, StringComparison.Ordinal);
        file.Dispose();
    }

    private static void DisposeAfterBackground(string[] arguments)
    {
        MappedFile file = Create(arguments[0], FlushPolicy.Every(TimeSpan.FromMilliseconds(1)));
        file.Write(0, 1L);
        Expect(arguments[1], file.Dispose);
        file.Dispose();
        Assert.Throws<ObjectDisposedException>(() => file.Read<long>(0));
    }

    private static void DisposeOnly(string[] arguments)
    {
        MappedFile file = Create(arguments[0], FlushPolicy.EveryBytes(1 << 20));
        file.Write(0, 1L);
        Expect(arguments[1], file.Dispose);
        file.Dispose();
        Assert.Throws<ObjectDisposedException>(() => file.Read<long>(0));
        Assert.Equal(1, BitConverter.ToInt64(File.ReadAllBytes(arguments[0])));
    }

    private static void KeepPending(string[] arguments)
    {
        MappedFile file = Create(arguments[0], FlushPolicy.EveryBytes(1 << 20));
        file.Write(4090, 1L);
        file.Write(0, 1L);
        Expect(arguments[1], () => file.Flush(0, 8));
        Assert.Equal((16, 2), (file.PendingBytes, file.PendingWrites));

        // Forgiven, and pending still: the next flush tries it again.
        file.Refresh();
        Assert.Equal((16, 2), (file.PendingBytes, file.PendingWrites));
        Expect(arguments[1], () => file.Flush());
        file.Dispose();
    }

    private static MappedFile Create(string path, FlushPolicy policy) =>
        MappedFile.Create(path, 1 << 16, new MappedFileOptions { FlushPolicy = policy });

    private static void Expect(string error, Action action) =>
        Assert.Contains(error, Assert.IsType<IOException>(Record.Exception(action)).Message, StringComparison.Ordinal);

    private void Inject(string error, Action<string[]> scenario) => ChildProcess.Run(
        new ChildOptions { Wrapper = ["strace", "-f", "-qq", "-o", PathOf("trace"), "-e", "trace=msync", "-e", $"inject=msync:error={error}"] },
        scenario, PathOf("data"), error).AssertSucceeded();
}
