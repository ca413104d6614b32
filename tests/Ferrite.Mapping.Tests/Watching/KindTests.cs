using Ferrite.TestKit;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Tests.Watching;

/// <summary>What is reported of what happens to a file.</summary>
public sealed class KindTests : WatchingTests
{
    [Fact]
    public void A_write_is_Modified()
    {
        string path = OldFile();
        using var changes = new Changes();
        using MappedFile file = MappedFile.Open(path);
        using IDisposable watch = file.Watch(changes.Add);

        WriteByte(path);

        Assert.Equal(new FileChange(FileChangeKind.Modified, Length), changes.Next());
        Assert.Empty(changes.UpToResize(path, 1));
    }

    [Fact]
    public void Every_write_that_follows_a_report_is_reported()
    {
        string path = OldFile();
        using var changes = new Changes();
        using MappedFile file = MappedFile.Open(path);
        using IDisposable watch = file.Watch(changes.Add);

        for (int i = 0; i < 20; i++)
        {
            WriteByte(path, i);
            Assert.Equal(new FileChange(FileChangeKind.Modified, Length), changes.Next());
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Length - 1)]
    [InlineData(Length + 100_000)]
    public void Another_length_is_Resized(long length)
    {
        string path = OldFile();
        using var changes = new Changes();
        using MappedFile file = MappedFile.Open(path);
        using IDisposable watch = file.Watch(changes.Add);

        Assert.Empty(changes.UpToResize(path, length));
    }

    [Fact]
    public void So_is_an_append_and_a_Resize_of_our_own()
    {
        string path = OldFile();
        using var changes = new Changes();
        using MappedFile file = MappedFile.Open(path, MapMode.ReadWrite);
        using IDisposable watch = file.Watch(changes.Add);

        Append(path, 10);
        Assert.Equal(new FileChange(FileChangeKind.Resized, Length + 10), changes.Next());

        file.Refresh();
        file.Resize(77);
        Assert.Equal(new FileChange(FileChangeKind.Resized, 77), changes.Next(FileChangeKind.Resized));
    }

    [NeedsFact(Needs.Linux)]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void Other_permissions_are_Metadata_and_no_write()
    {
        string path = OldFile();
        using var changes = new Changes();
        using MappedFile file = MappedFile.Open(path);
        using IDisposable watch = file.Watch(changes.Add);

        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        Assert.Equal(new FileChange(FileChangeKind.Metadata, Length), changes.Next());
        Assert.Empty(changes.UpToResize(path, 1));
    }

    [Fact]
    public void A_file_moved_away_is_Renamed_and_its_path_has_none()
    {
        string path = OldFile();
        using var changes = new Changes();
        using MappedFile file = MappedFile.Open(path);
        using IDisposable watch = file.Watch(changes.Add);

        File.Move(path, PathOf("data.1"));

        Assert.Equal(new FileChange(FileChangeKind.Renamed, null), changes.Next());
        Assert.Equal(Bytes.At(0), file.Read<byte>(0));
    }

    [Fact]
    public void A_file_that_takes_the_path_is_Renamed_with_its_length()
    {
        string path = OldFile();
        using var changes = new Changes();
        using MappedFile file = MappedFile.Open(path);
        using IDisposable watch = file.Watch(changes.Add);

        File.Move(FileOf(123, "new"), path, overwrite: true);

        Assert.Equal(new FileChange(FileChangeKind.Renamed, 123), changes.Next());
        Assert.Empty(changes.UpToResize(path, 124));
        Assert.Equal(Length, file.Length);
    }

    [Fact]
    public void A_deleted_file_is_Removed_and_the_next_one_is_Created()
    {
        string path = OldFile();
        using var changes = new Changes();
        using MappedFile file = MappedFile.Open(path);
        using IDisposable watch = file.Watch(changes.Add);

        File.Delete(path);
        Assert.Equal(new FileChange(FileChangeKind.Removed, null), changes.Next());

        File.Move(FileOf(99, "new"), path);
        Assert.Equal(new FileChange(FileChangeKind.Created, 99), changes.Next());

        File.Delete(path);
        Assert.Equal(new FileChange(FileChangeKind.Removed, null), changes.Next());
    }

    [Fact]
    public void A_file_moved_to_another_directory_is_Removed()
    {
        string path = OldFile();
        using var changes = new Changes();
        using MappedFile file = MappedFile.Open(path);
        using IDisposable watch = file.Watch(changes.Add);

        Directory.CreateDirectory(PathOf("sub"));
        File.Move(path, Path.Combine(PathOf("sub"), "data"));

        Assert.Equal(new FileChange(FileChangeKind.Removed, null), changes.Next());
    }

    [Fact]
    public void A_log_that_is_rotated_is_followed_by_its_path()
    {
        string path = OldFile();
        using var changes = new Changes();
        using MappedFile file = MappedFile.Open(path);
        using IDisposable watch = file.Watch(changes.Add);

        for (int i = 1; i <= 5; i++)
        {
            File.Move(path, PathOf($"data.{i}"));
            Assert.Equal(new FileChange(FileChangeKind.Renamed, null), changes.Next(FileChangeKind.Renamed));
            File.Move(FileOf(i, "new"), path);
            Assert.Equal(new FileChange(FileChangeKind.Created, i), changes.Next(FileChangeKind.Created));
            Append(path, 1000);
            Assert.Equal(new FileChange(FileChangeKind.Resized, i + 1000), changes.Next(FileChangeKind.Resized));

            // Nobody's business any more.
            Append(PathOf($"data.{i}"), 1);
        }

        Assert.DoesNotContain(changes.UpToResize(path, 4000), static change => change.Kind == FileChangeKind.Resized);
    }

    [Fact]
    public void Other_files_of_the_directory_are_nobody_s_business()
    {
        string path = OldFile();
        using var changes = new Changes();
        using MappedFile file = MappedFile.Open(path);
        using IDisposable watch = file.Watch(changes.Add);

        WriteByte(FileOf(10, "data2"));
        Append(FileOf(10, "dat"), 1);
        File.Delete(PathOf("data2"));
        File.Move(PathOf("dat"), PathOf("data3"));

        Assert.Empty(changes.UpToResize(path, 1));
    }

    [Fact]
    public void What_happened_since_the_mapping_is_reported_at_once()
    {
        string grown = OldFile("grown");
        string replaced = OldFile("replaced");
        string removed = OldFile("removed");
        string same = OldFile("same");
        using MappedFile one = MappedFile.Open(grown), two = MappedFile.Open(replaced), three = MappedFile.Open(removed), four = MappedFile.Open(same);
        Append(grown, 1);
        File.Move(FileOf(7, "new"), replaced, overwrite: true);
        File.Delete(removed);

        Assert.Equal(new FileChange(FileChangeKind.Resized, Length + 1), First(one));
        Assert.Equal(new FileChange(FileChangeKind.Renamed, 7), First(two));
        Assert.Equal(new FileChange(FileChangeKind.Removed, null), First(three));
        using var changes = new Changes();
        using IDisposable watch = four.Watch(changes.Add);
        Assert.Empty(changes.UpToResize(same, 1));
    }

    [Fact]
    public void There_must_be_a_path_a_callback_a_file()
    {
        string path = OldFile();
        using SafeFileHandle handle = File.OpenHandle(path);
        using MappedFile byHandle = MappedFile.FromHandle(handle);
        Assert.Throws<NotSupportedException>(() => byHandle.Watch(static _ => { }));
        Assert.Throws<NotSupportedException>(() => byHandle.Watch(static _ => { }, TimeSpan.FromSeconds(1)));
        Assert.Throws<NotSupportedException>(() => byHandle.WatchAsync());

        MappedFile file = MappedFile.Open(path);
        Assert.Throws<ArgumentNullException>(() => file.Watch(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => file.Watch(static _ => { }, TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => file.Watch(static _ => { }, Timeout.InfiniteTimeSpan));
        Assert.Throws<ArgumentOutOfRangeException>(() => file.WatchAsync(TimeSpan.FromDays(50)));

        file.Dispose();
        Assert.Throws<ObjectDisposedException>(() => file.Watch(static _ => { }));
        Assert.Throws<ObjectDisposedException>(() => file.WatchAsync());
    }

    private static FileChange First(MappedFile file)
    {
        using var changes = new Changes();
        using IDisposable watch = file.Watch(changes.Add);
        return changes.Next();
    }
}
