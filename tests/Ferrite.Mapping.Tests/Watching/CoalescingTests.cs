namespace Ferrite.Mapping.Tests.Watching;

/// <summary>Many changes at once, and those that tell nothing by themselves.</summary>
public sealed class CoalescingTests : WatchingTests
{
    private const int Many = 10_000;

    [Fact]
    public void What_comes_while_a_callback_runs_is_one_look_after_it()
    {
        string path = OldFile();
        using var changes = new Changes();
        using MappedFile file = MappedFile.Open(path);
        using var watch = new HeldWatch(file, changes);
        WriteByte(path);
        watch.WaitUntilHeld();

        using (FileStream stream = new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0))
        {
            for (int i = 1; i <= Many; i++)
            {
                stream.SetLength(i % 2 == 0 ? i : 3 * i);
                stream.Position = 0;
                stream.WriteByte(1);
            }
        }

        watch.LetGo();
        Assert.Equal(FileChangeKind.Modified, changes.Next().Kind);
        Assert.Equal(new FileChange(FileChangeKind.Resized, Many), changes.Next());
        // At most: what the OS told too late for that look, of a write within the last tick.
        Assert.InRange(changes.UpToResize(path, 1).Count, 0, 1);
    }

    [Fact]
    public void Thousands_of_changes_are_some_reports_and_the_last_is_never_lost()
    {
        string path = OldFile();
        using var changes = new Changes();
        using MappedFile file = MappedFile.Open(path);
        using IDisposable watch = file.Watch(changes.Add);
        long start = Environment.TickCount64;

        using (FileStream stream = new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0))
        {
            for (int i = 1; i <= Many; i++)
            {
                stream.SetLength(i);
            }
        }

        List<FileChange> reported = changes.UpToResize(path, Many + 1);
        // Two a look at most, and between looks there is time: however slow the machine, not so many.
        Assert.InRange(reported.Count, 0, 4 + (2 * (Environment.TickCount64 - start) / 20));
        Assert.All(reported, static change => Assert.Contains(change.Kind, new[] { FileChangeKind.Resized, FileChangeKind.Modified }));
    }

    [Fact]
    public void Removed_and_made_again_meanwhile_is_told_as_both()
    {
        string path = OldFile();
        using var changes = new Changes();
        using MappedFile file = MappedFile.Open(path);
        using var watch = new HeldWatch(file, changes);
        WriteByte(path);
        watch.WaitUntilHeld();

        File.Delete(path);
        FileOf(3);
        watch.LetGo();

        Assert.Equal(FileChangeKind.Modified, changes.Next().Kind);
        Assert.Equal(new FileChange(FileChangeKind.Removed, null), changes.Next());
        Assert.Equal(new FileChange(FileChangeKind.Created, 3), changes.Next());
    }

    [Fact]
    public void Moved_away_and_back_meanwhile_is_no_other_file()
    {
        string path = OldFile();
        using var changes = new Changes();
        using MappedFile file = MappedFile.Open(path);
        using var watch = new HeldWatch(file, changes);
        WriteByte(path);
        watch.WaitUntilHeld();

        File.Move(path, PathOf("away"));
        File.Move(PathOf("away"), path);
        watch.LetGo();

        Assert.Equal(FileChangeKind.Modified, changes.Next().Kind);
        Assert.DoesNotContain(changes.UpToResize(path, 1), static change => change.Kind is not FileChangeKind.Metadata and not FileChangeKind.Modified);
    }

    /// <summary>A rename back and forth of names, and replacements, as fast as can be: where it ends is told.</summary>
    [Fact]
    public void However_fast_files_take_turns_the_last_one_is_told()
    {
        string path = OldFile();
        using var changes = new Changes();
        using MappedFile file = MappedFile.Open(path);
        using IDisposable watch = file.Watch(changes.Add);

        for (int i = 1; i <= 500; i++)
        {
            File.Move(FileOf(i, "new"), path, overwrite: true);
        }

        FileChange change;
        do
        {
            change = changes.Next();
            Assert.Contains(change.Kind, new[] { FileChangeKind.Renamed, FileChangeKind.Modified, FileChangeKind.Metadata });
        }
        while (change != new FileChange(FileChangeKind.Renamed, 500));
        Assert.DoesNotContain(changes.UpToResize(path, 1), static change => change.Kind == FileChangeKind.Renamed);
    }
}
