using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.Watching;

/// <summary>What no event tells of, and a poll finds.</summary>
public sealed class PollingTests : WatchingTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(10);

    [NeedsFact(Needs.Linux)]
    public void A_store_into_a_mapping_by_another_process_is_Modified()
    {
        string path = OldFile();
        using var changes = new Changes();
        using MappedFile file = MappedFile.Open(path);
        using IDisposable watch = file.Watch(changes.Add, Interval);

        ChildProcess.Run(Store, path).AssertSucceeded();

        Assert.Equal(new FileChange(FileChangeKind.Modified, Length), changes.Next());
        Assert.Equal(42, file.Read<byte>(100));
    }

    [NeedsFact(Needs.Linux)]
    public void After_each_flush_the_next_store_is_seen_and_without_a_poll_none_is()
    {
        string path = OldFile();
        using var polled = new Changes();
        using var told = new Changes();
        using MappedFile file = MappedFile.Open(path);
        using IDisposable listening = file.Watch(told.Add);
        // After that the watch's first look is over, which finds stores as well.
        told.UpToResize(path, Length + 1);
        Age(path);
        Assert.Equal(FileChangeKind.Modified, told.Next().Kind);
        file.Refresh();
        using MappedFile other = MappedFile.Open(path, MapMode.ReadWrite);
        using IDisposable polling = file.Watch(polled.Add, Interval);

        for (int i = 0; i < 5; i++)
        {
            other.Write(i, (byte)i);
            Assert.Equal(new FileChange(FileChangeKind.Modified, Length + 1), polled.Next());
            other.Flush();
        }

        Assert.Empty(told.UpToResize(path, 1));
    }

    [Fact]
    public void A_poll_alone_finds_another_file_another_length_and_none()
    {
        // No event tells of a directory's own rename.
        string directory = PathOf("sub");
        Directory.CreateDirectory(directory);
        string path = Path.Combine(directory, "data");
        File.WriteAllBytes(path, Bytes.Of(Length));
        Age(path);
        using var changes = new Changes();
        using MappedFile file = MappedFile.Open(path);
        using IDisposable watch = file.Watch(changes.Add, Interval);

        Directory.Move(directory, PathOf("away"));
        Assert.Equal(new FileChange(FileChangeKind.Removed, null), changes.Next());

        Directory.CreateDirectory(directory);
        File.WriteAllBytes(PathOf("new"), Bytes.Of(10));
        File.Move(PathOf("new"), path);
        Assert.Equal(new FileChange(FileChangeKind.Created, 10), changes.Next());

        // By events again.
        Assert.DoesNotContain(changes.UpToResize(path, 20), static change => change.Kind != FileChangeKind.Modified);
    }

    private static void Store(string[] arguments)
    {
        using MappedFile file = MappedFile.Open(arguments[0], MapMode.ReadWrite);
        file.Write(100, (byte)42);
    }
}
