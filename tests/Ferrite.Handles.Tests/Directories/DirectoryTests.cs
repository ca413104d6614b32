using System.Globalization;
using Ferrite.TestKit;

namespace Ferrite.Handles.Tests.Directories;

public sealed class DirectoryTests : LeakCheckedTests
{
    private readonly Playground _ground = new();

    [NeedsFact(Needs.Linux)]
    public void Directories_are_made_with_those_above_them() => EitherWay.Do(() =>
    {
        using (DirectoryHandle made = _ground.Root.CreateDirectory("a/b/c"))
        {
            made.CreateFile("file").Dispose();
        }

        Assert.True(File.Exists(_ground.At("a/b/c/file")));
        using (DirectoryHandle again = _ground.Root.CreateDirectory("a/b/c/"))
        {
            Assert.Equal("file", Assert.Single(again.Enumerate()).Name);
        }

        using (DirectoryHandle self = _ground.Root.CreateDirectory("."))
        {
            Assert.True(self.GetMetadata().IsSameEntry(_ground.Root.GetMetadata()));
        }

        _ground.MakeLink("a/up", "../a/b");
        _ground.Root.CreateDirectory("a/up/d/e").Dispose();
        Assert.True(Directory.Exists(_ground.At("a/b/d/e")));
        _ground.MakeLink("to-nothing", "nothing");
        Assert.ThrowsAny<IOException>(() => _ground.Root.CreateDirectory("to-nothing/x"));
        Assert.Throws<DirectoryNotFoundException>(() => _ground.Root.CreateDirectory("a/b/c/file"));
        Assert.Throws<DirectoryNotFoundException>(() => _ground.Root.CreateDirectory("a/b/c/file/x"));
        _ground.Root.Delete("a", recursive: true);
        _ground.Root.Delete("to-nothing");
    });

    /// <summary>A capability for less: what is inside the one may be outside the other.</summary>
    [NeedsFact(Needs.Linux)]
    public void A_directory_beneath_leads_to_less() => EitherWay.Do(() =>
    {
        _ground.MakeFile("file");
        _ground.MakeFile("dir/own");
        if (!File.Exists(_ground.At("dir/link")))
        {
            _ground.MakeLink("dir/link", "../file");
        }

        using DirectoryHandle directory = _ground.Root.OpenDirectory("dir");
        Assert.Equal("inside", _ground.Read("dir/link"));
        Assert.Throws<PathEscapeException>(() => directory.OpenFile("link"));
        Assert.Equal("inside", Playground.Read(directory, "own"));
    });

    [NeedsFact(Needs.Linux)]
    public void Directories_that_may_only_be_passed_through_serve()
    {
        _ground.MakeFile("closed/file");
        Tool.Run("chmod", "111", _ground.At("closed"));
        EitherWay.Do(() => Assert.Equal("inside", _ground.Read("closed/file")));
    }

    [NeedsFact(Needs.Linux)]
    public void Enumerating_tells_names_and_kinds_and_follows_nothing() => EitherWay.Do(() =>
    {
        _ground.MakeFile("list/file");
        _ground.MakeFile("list/dir/file");
        if (!File.Exists(_ground.At("list/pipe")))
        {
            _ground.MakeLink("list/link", "../../outside");
            Tool.Run("mkfifo", _ground.At("list/pipe"));
        }

        DirectoryEntry[] expected =
        [
            new("dir", EntryKind.Directory), new("file", EntryKind.File), new("link", EntryKind.SymbolicLink), new("pipe", EntryKind.NamedPipe),
        ];
        IEnumerable<DirectoryEntry> entries = _ground.Root.Enumerate("list");
        Assert.Equal(expected, entries.OrderBy(static e => e.Name, StringComparer.Ordinal));
        // Again, from the beginning, also while another is half-way.
        using IEnumerator<DirectoryEntry> half = entries.GetEnumerator();
        Assert.True(half.MoveNext());
        Assert.Equal(4, entries.Count());
    });

    [NeedsFact(Needs.Linux)]
    public void Large_directories_are_read_to_their_end()
    {
        Directory.CreateDirectory(_ground.At("large"));
        string[] names = [.. Enumerable.Range(0, 5000).Select(static i => string.Create(CultureInfo.InvariantCulture, $"{i:d4}-{new string('x', i % 200)}"))];
        Array.ForEach(names, name => File.WriteAllText(_ground.At($"large/{name}"), ""));
        Assert.True(names.SequenceEqual(_ground.Root.Enumerate("large").Select(static e => e.Name).Order(StringComparer.Ordinal), StringComparer.Ordinal));
        _ground.Root.Delete("large", recursive: true);
        Assert.False(Directory.Exists(_ground.At("large")));
    }

    /// <summary>Names that are no UTF-8 come and go as the bytes they are.</summary>
    [NeedsFact(Needs.Linux)]
    public void Names_of_any_bytes_can_be_listed_opened_moved_and_deleted() => EitherWay.Do(() =>
    {
        Tool.Run("bash", "-c", $"cd '{_ground.Inside}' && mkdir bytes && printf one > $'bytes/\\xff\\xfe' && printf two > $'bytes/\\xe2\\x82x' && printf three > bytes/é€😀");
        Dictionary<string, string> read = _ground.Root.Enumerate("bytes").ToDictionary(static e => e.Name, e => _ground.Read($"bytes/{e.Name}"), StringComparer.Ordinal);
        Assert.Equal("one", read["\udcff\udcfe"]);
        Assert.Equal("two", read["\udce2\udc82x"]);
        Assert.Equal("three", read["é€😀"]);
        _ground.Root.Move("bytes/\udcff\udcfe", "bytes/\udcc3");
        Assert.Equal("one", _ground.Read("bytes/\udcc3"));
        _ground.Root.Delete("bytes", recursive: true);
    });

    [NeedsFact(Needs.Linux)]
    public void Deleting_takes_links_themselves_and_trees_without_following() => EitherWay.Do(() =>
    {
        _ground.MakeFile("tree/a/b/file");
        _ground.MakeFile("kept/file");
        _ground.MakeLink("tree/out", "../../outside");
        _ground.MakeLink("tree/a/kept", "../../kept");
        _ground.MakeLink("link", "kept");
        Assert.ThrowsAny<IOException>(() => _ground.Root.Delete("tree"));
        Assert.Throws<PathEscapeException>(() => _ground.Root.Delete("tree/out/file"));
        _ground.Root.Delete("link");
        _ground.Root.Delete("tree/out");
        _ground.MakeLink("tree/out", _ground.Outside);
        _ground.Root.Delete("tree", recursive: true);
        Assert.Equal("inside", _ground.Read("kept/file"));
        Assert.Throws<FileNotFoundException>(() => _ground.Root.Delete("tree"));
        Assert.Throws<FileNotFoundException>(() => _ground.Root.Delete("tree", recursive: true));
        _ground.Root.Delete("kept", recursive: true);
        _ground.AssertOutsideUntouched();
    });

    [NeedsFact(Needs.Linux)]
    public void Moving_renames_in_one_step_and_overwrites_only_when_told() => EitherWay.Do(() =>
    {
        _ground.MakeFile("from/file", "one");
        _ground.MakeFile("to/file", "two");
        _ground.MakeLink("from/link", "../../outside/file");
        Assert.ThrowsAny<IOException>(() => _ground.Root.Move("from/file", "to/file"));
        Assert.Equal("two", _ground.Read("to/file"));
        using DirectoryHandle target = _ground.Root.OpenDirectory("to");
        _ground.Root.Move("from/file", target, "file", overwrite: true);
        Assert.Equal("one", _ground.Read("to/file"));
        _ground.Root.Move("from/link", "to/link");
        Assert.Equal(EntryKind.SymbolicLink, _ground.Root.GetMetadata("to/link", followLink: false).Kind);
        _ground.Root.Move("to", "moved");
        Assert.Equal("one", Playground.Read(target, "file"));
        Assert.Throws<FileNotFoundException>(() => _ground.Root.Move("to", "x"));
        Assert.Throws<NotSupportedException>(() => _ground.Root.Move("moved", "moved/itself"));
        _ground.Root.Delete("from");
        _ground.Root.Delete("moved", recursive: true);
        _ground.AssertOutsideUntouched();
    });

    [NeedsFact(Needs.Linux)]
    public void Metadata_is_what_the_BCL_and_stat_say() => EitherWay.Do(() =>
    {
        _ground.MakeFile("file", "12345");
        var time = new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(_ground.At("file"), time);
        EntryMetadata file = _ground.Root.GetMetadata("file");
        Assert.Equal((EntryKind.File, 5L, 1L), (file.Kind, file.Length, file.Links));
        Assert.Equal(new DateTimeOffset(time), file.LastWriteTime);
        Assert.InRange(file.ChangeTime, DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddMinutes(1));
        string[] told = Tool.Run("stat", "-c", "%i %Hd %Ld", _ground.At("file")).Trim().Split(' ');
        Assert.Equal(told[0], file.Inode.ToString(CultureInfo.InvariantCulture));
        Assert.Equal($"{told[1]} {told[2]}", string.Create(CultureInfo.InvariantCulture, $"{file.Device >> 32} {(uint)file.Device}"));
        if (!File.Exists(_ground.At("link")))
        {
            _ground.MakeLink("link", "file");
        }

        Assert.True(_ground.Root.GetMetadata("link").IsSameEntry(file));
        EntryMetadata link = _ground.Root.GetMetadata("link", followLink: false);
        Assert.Equal((EntryKind.SymbolicLink, 4L), (link.Kind, link.Length));
        Assert.False(link.IsSameEntry(file));
        Assert.Equal(EntryKind.Directory, _ground.Root.GetMetadata().Kind);
    });

    protected override void Dispose(bool disposing)
    {
        _ground.Dispose();
        base.Dispose(disposing);
    }
}
