using Ferrite.Mapping.Internal.Watching;
using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.Watching;

/// <summary>The directory that is listened to: shared, removed, reached by links, too busy.</summary>
public sealed class DirectoryTests : WatchingTests
{
    [Fact]
    public void A_directory_that_is_removed_and_made_again_is_listened_to_again()
    {
        string directory = PathOf("sub");
        string path = Path.Combine(directory, "data");
        Directory.CreateDirectory(directory);
        File.WriteAllBytes(path, Bytes.Of(Length));
        using var changes = new Changes();
        using MappedFile file = MappedFile.Open(path);
        using IDisposable watch = file.Watch(changes.Add);

        for (int i = 1; i <= 2; i++)
        {
            Directory.Delete(directory, recursive: true);
            Assert.Equal(new FileChange(FileChangeKind.Removed, null), changes.Next(FileChangeKind.Removed));
            File.WriteAllBytes(PathOf("new"), Bytes.Of(i));
            Directory.CreateDirectory(directory);
            File.Move(PathOf("new"), path);
            Assert.Equal(new FileChange(FileChangeKind.Created, i), changes.Next(FileChangeKind.Created));
            Assert.DoesNotContain(changes.UpToResize(path, 20), static change => change.Kind == FileChangeKind.Resized);
        }
    }

    [Fact]
    public void A_directory_whose_place_another_took_between_two_looks_is_listened_to_no_more()
    {
        string directory = PathOf("sub");
        string path = Path.Combine(directory, "data");
        Directory.CreateDirectory(directory);
        File.WriteAllBytes(path, Bytes.Of(Length));
        using var changes = new Changes();
        using MappedFile file = MappedFile.Open(path);
        using var watch = new HeldWatch(file, changes);
        Append(path, 1);
        watch.WaitUntilHeld();

        // Of the first nobody tells; the second makes it look, after all.
        Directory.Move(directory, PathOf("away"));
        Directory.CreateDirectory(directory);
        File.WriteAllBytes(path, Bytes.Of(7));
        WriteByte(Path.Combine(PathOf("away"), "data"));
        watch.LetGo();

        Assert.Equal(new FileChange(FileChangeKind.Renamed, 7), changes.Next(FileChangeKind.Renamed));
        Assert.DoesNotContain(changes.UpToResize(path, 20), static change => change.Kind == FileChangeKind.Resized);
    }

    [Fact]
    public void A_watch_can_begin_while_there_is_no_directory()
    {
        string directory = PathOf("sub");
        string path = Path.Combine(directory, "data");
        Directory.CreateDirectory(directory);
        File.WriteAllBytes(path, Bytes.Of(Length));
        using var changes = new Changes();
        using MappedFile file = MappedFile.Open(path);
        Directory.Delete(directory, recursive: true);

        using IDisposable watch = file.Watch(changes.Add);
        Assert.Equal(new FileChange(FileChangeKind.Removed, null), changes.Next());
        File.WriteAllBytes(PathOf("new"), Bytes.Of(5));
        Directory.CreateDirectory(directory);
        File.Move(PathOf("new"), path);

        Assert.Equal(new FileChange(FileChangeKind.Created, 5), changes.Next());
    }

    /// <summary>More than the 128 listeners that Linux gives a user by default.</summary>
    [Fact]
    public void Files_of_one_directory_share_a_listener()
    {
        int before = DirectoryWatcher.Count;
        string path = OldFile();
        using var changes = new Changes();
        using MappedFile file = MappedFile.Open(path);
        List<IDisposable> watches = [.. Enumerable.Range(0, 300).Select(_ => file.Watch(changes.Add))];
        Assert.Equal(before + 1, DirectoryWatcher.Count);

        File.Delete(path);
        for (int i = 0; i < watches.Count; i++)
        {
            Assert.Equal(new FileChange(FileChangeKind.Removed, null), changes.Next());
        }

        watches.ForEach(static watch => watch.Dispose());
        Assert.Equal(before, DirectoryWatcher.Count);
    }

    [NeedsFact(Needs.Linux)]
    public void A_link_is_followed_to_its_file_and_to_the_next_one()
    {
        string first = Age(MakeIn("one", Length));
        string second = Age(MakeIn("two", 20));
        string link = PathOf("current");
        File.CreateSymbolicLink(link, first);
        using var changes = new Changes();
        using MappedFile file = MappedFile.Open(link);
        using IDisposable watch = file.Watch(changes.Add);

        Assert.Empty(changes.UpToResize(first, 7777));
        File.CreateSymbolicLink(PathOf("next"), second);
        File.Move(PathOf("next"), link, overwrite: true);
        Assert.Equal(new FileChange(FileChangeKind.Renamed, 20), changes.Next());
        Assert.Empty(changes.UpToResize(second, 30));
        File.Delete(second);
        Assert.Equal(new FileChange(FileChangeKind.Removed, null), changes.Next(FileChangeKind.Removed));
    }

    /// <summary>The listener's thread is held up until the kernel's queue is full.</summary>
    [NeedsFact(Needs.Linux)]
    public void Events_that_were_lost_are_made_up_for_by_a_look()
    {
        string path = OldFile();
        using var changes = new Changes();
        using MappedFile file = MappedFile.Open(path);
        using IDisposable watch = file.Watch(changes.Add);
        using var stuck = new StuckWatch(PathOf("stuck"));
        FileOf(1, "stuck");
        Assert.True(stuck.Entered.Wait(Changes.Patience));

        // Two events each, never two alike in a row, which the kernel would merge.
        int queue = int.Parse(File.ReadAllText("/proc/sys/fs/inotify/max_queued_events"), System.Globalization.CultureInfo.InvariantCulture);
        FileOf(1, "a");
        for (int i = 0; i <= queue / 2; i++)
        {
            File.Move(PathOf(i % 2 == 0 ? "a" : "b"), PathOf(i % 2 == 0 ? "b" : "a"));
        }

        stuck.Leave.Set();

        Assert.Equal(new FileChange(FileChangeKind.Modified, Length), changes.Next());
        Assert.Empty(changes.UpToResize(path, 1));
    }

    private string MakeIn(string directory, int length)
    {
        Directory.CreateDirectory(PathOf(directory));
        string path = Path.Combine(PathOf(directory), "data");
        File.WriteAllBytes(path, Bytes.Of(length));
        return path;
    }
}
