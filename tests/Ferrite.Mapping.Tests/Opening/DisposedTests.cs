using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.Opening;

public sealed class DisposedTests : FileTests
{
    public static TheoryData<string, Action<MappedFile>> Members => new()
    {
        { nameof(MappedFile.Length), static file => _ = file.Length },
        { nameof(MappedFile.Capacity), static file => _ = file.Capacity },
        { nameof(MappedFile.IsEmpty), static file => _ = file.IsEmpty },
        { nameof(MappedFile.DangerousGetPointer), Pointer },
        { "Read", static file => file.Read<long>(0) },
        { "Read of many bytes", static file => file.Read<decimal>(0) },
        { "Write", static file => file.Write(0, 1L) },
        { "Write of a span", static file => file.Write(0, [1, 2, 3]) },
        { "CopyTo", static file => file.CopyTo(0, new byte[1]) },
        { "Read by delegate", static file => file.Read(0, 1, static span => span[0]) },
        { "Read by delegate with state", static file => file.Read(0, 1, 0, static (span, _) => span[0]) },
        { "GetView", static file => file.GetView().Dispose() },
        { "GetView of a range", static file => file.GetView(0, 1).Dispose() },
        { "GetWritableView", static file => file.GetWritableView().Dispose() },
        { "GetWritableView of a range", static file => file.GetWritableView(0, 1).Dispose() },
        { "Chunks", static file => file.Chunks(10).GetEnumerator() },
        { "Pages", static file => file.Pages().GetEnumerator() },
        { "WritableChunks", static file => file.WritableChunks(10).GetEnumerator() },
        { "ReadChunks", static file => Assert.Equal(10, file.ReadChunks(10).Count()) },
        { "Flush", static file => file.Flush() },
        { "Flush of a range", static file => file.Flush(0, 1, FlushLevel.Schedule) },
        { "Resize", static file => file.Resize(10) },
        { "Refresh", static file => file.Refresh() },
        { "Validate", static file => file.Validate() },
        { "Unmap", static file => file.Unmap().Dispose() },
        { "GetResidency", static file => file.GetResidency(0, 1) },
        { "OpenStream", static file => file.OpenStream().Dispose() },
        { "AsSequence", static file => file.AsSequence() },
        { "Validate of a sequence", static file => file.Validate(default) },
        { "GetMemory", static file => file.GetMemory(0, 1).Dispose() },
        { "Records", static file => file.Records<byte>().Dispose() },
        { "GetSegment", static file => file.GetSegment(0, 1) },
        { "FlushAsync", static file => file.FlushAsync().GetAwaiter().GetResult() },
        { "FlushAsync of a range", static file => file.FlushAsync(0, 1).GetAwaiter().GetResult() },
        { "WriteAsync", static file => file.WriteAsync(0, new byte[1]).GetAwaiter().GetResult() },
        { "Watch", static file => file.Watch(static _ => { }).Dispose() },
        { "WatchAsync", static file => file.WatchAsync() },
    };

    [Theory]
    [MemberData(nameof(Members))]
    public void Every_member_says_that_the_file_was_disposed(string name, Action<MappedFile> use)
    {
        string path = FileOf(100, name);
        using (MappedFile alive = MappedFile.Open(path, MapMode.ReadWrite))
        {
            use(alive);
        }

        MappedFile file = MappedFile.Open(path, MapMode.ReadWrite);
        file.Dispose();

        Assert.Throws<ObjectDisposedException>(() => use(file));
    }

    [Fact]
    public void What_the_file_was_can_still_be_asked()
    {
        string path = FileOf(100);
        MappedFile file = MappedFile.Open(path, MapMode.CopyOnWrite);

        file.Dispose();

        Assert.Equal(path, file.Path);
        Assert.Equal(MapMode.CopyOnWrite, file.Mode);
        Assert.False(file.IsFaulted);
    }

    [Fact]
    public void The_second_dispose_does_nothing()
    {
        MappedFile file = MappedFile.Open(FileOf(100));
        file.Dispose();
        file.Dispose();

        MappedFile unmapped = MappedFile.Open(FileOf(100));
        using var handle = unmapped.Unmap();
        unmapped.Dispose();

        Assert.False(handle.IsClosed);
    }

    /// <summary>A wrong argument is wrong whatever became of the file; a range can't be judged any more.</summary>
    [Fact]
    public void Arguments_are_still_checked()
    {
        MappedFile file = MappedFile.Open(FileOf(100));
        file.Dispose();

        Assert.Throws<ArgumentOutOfRangeException>(() => file.Resize(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => file.Chunks(0));
        Assert.Throws<ArgumentNullException>(() => file.Read<int>(0, 1, null!));
        Assert.Throws<ObjectDisposedException>(() => file.Read<int>(-1));
    }

    [Fact]
    public void Dropped_without_dispose_it_is_collected()
    {
        LeakProbe probe = LeakProbe.Start();
        string path = FileOf(100);
        Drop(path);

        probe.AssertNoGrowth();
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static void Drop(string path)
    {
        for (int i = 0; i < 100; i++)
        {
            _ = MappedFile.Open(path).Read<byte>(i);
        }
    }

    private static unsafe void Pointer(MappedFile file) => _ = file.DangerousGetPointer();
}
