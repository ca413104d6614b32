using System.Runtime.Versioning;
using Ferrite.Handles.Tests.Directories;
using Ferrite.TestKit;

namespace Ferrite.Handles.Tests.Archives;

/// <summary>What archives try: refused with the entry's name, nothing outside touched, and what is fine is extracted.</summary>
public sealed class AttackTests : LeakCheckedTests
{
    private readonly Playground _ground = new();

    public static TheoryData<string> Formats => new(ArchiveBuilder.Zip, ArchiveBuilder.Tar, ArchiveBuilder.TarGz);

    /// <summary>Both formats, with each of the names that lead outside.</summary>
    public static TheoryData<string, string> Slips
    {
        get
        {
            var data = new TheoryData<string, string>();
            string[] names =
            [
                "../file", "../outside/file", "a/../../outside/file", "a/..", "..", "/etc/ferrite-slip", "//etc/ferrite-slip", "./../file", "a/b/../../../file", "../inside/../file",
            ];
            foreach (string name in names)
            {
                data.Add(ArchiveBuilder.Zip, name);
                data.Add(ArchiveBuilder.Tar, name);
            }

            data.Add(ArchiveBuilder.Zip, "..\\file");
            data.Add(ArchiveBuilder.Zip, "a\\..\\..\\file");
            data.Add(ArchiveBuilder.Zip, "\\etc\\ferrite-slip");
            return data;
        }
    }

    [NeedsTheory(Needs.Linux)]
    [MemberData(nameof(Slips))]
    public void Names_that_lead_outside_are_refused(string format, string name)
    {
        ExtractionResult result = new ArchiveBuilder(format).File("before").File(name).File("after/x").ExtractTo(_ground.Root);

        AssertRefused(result, name, RefusalReason.Escape);
        AssertFine("before", "after/x");
        Assert.False(File.Exists("/etc/ferrite-slip"));
    }

    [NeedsTheory(Needs.Linux)]
    [MemberData(nameof(Formats))]
    public void Links_that_lead_outside_are_refused_and_nothing_is_written_through_them(string format)
    {
        ExtractionResult result = new ArchiveBuilder(format)
            .Link("up", "../outside").File("up/file", "evil")
            .Link("absolute", _ground.Outside).File("absolute/file", "evil")
            .Link("file-link", "../outside/file").File("file-link", "evil")
            .Link("down-up", "a/../../outside")
            .File("fine")
            .ExtractTo(_ground.Root);

        Assert.Equal(["up", "absolute", "file-link", "file-link", "down-up"], result.Refused.Select(static entry => entry.Name));
        Assert.All(result.Refused, static entry => Assert.Contains($"'{entry.Name}'", entry.Message, StringComparison.Ordinal));
        Assert.All(Directory.EnumerateFileSystemEntries(_ground.Inside, "*", SearchOption.AllDirectories), static path => Assert.Null(new FileInfo(path).LinkTarget));
        AssertFine("fine");
        _ground.AssertOutsideUntouched();
    }

    /// <summary>Each stays inside where it seems to be; where it really is, one leads out.</summary>
    [NeedsTheory(Needs.Linux)]
    [MemberData(nameof(Formats))]
    public void Links_that_lead_outside_by_way_of_other_links_are_refused(string format)
    {
        ExtractionResult result = new ArchiveBuilder(format)
            .Directory("a/b").Link("a/b/top", "../..").Link("a/b/top/out", "../outside").File("a/b/top/out/file", "evil")
            .Link("a/b/top/out2", "..")
            .ExtractTo(_ground.Root);

        Assert.Equal(["a/b/top/out", "a/b/top/out2"], result.Refused.Select(static entry => entry.Name));
        Assert.All(result.Refused, static entry => Assert.Equal(RefusalReason.Link, entry.Reason));
        Assert.Null(new FileInfo(_ground.At("out")).LinkTarget);
        _ground.AssertOutsideUntouched();
    }

    [NeedsTheory(Needs.Linux)]
    [MemberData(nameof(Formats))]
    public void Links_that_stay_inside_are_made_unless_they_are_not_wanted(string format)
    {
        ArchiveBuilder archive = new ArchiveBuilder(format).File("dir/file").Link("link", "dir/file").Link("dir/up", "../link").Link("later", "dir/new").File("later", "x");
        ExtractionResult result = archive.ExtractTo(_ground.Root);

        AssertRefused(result, "later", RefusalReason.Duplicate);
        Assert.Equal("archive", _ground.Read("dir/up"));
        Assert.Equal("dir/file", new FileInfo(_ground.At("link")).LinkTarget);
        Assert.False(File.Exists(_ground.At("dir/new")));
        using DirectoryHandle other = _ground.Root.CreateDirectory("other");
        Assert.Equal(3, archive.ExtractTo(other, new ExtractionOptions { Links = ArchiveLinks.Refuse }).Refused.Count(static entry => entry.Reason == RefusalReason.Link));
    }

    [NeedsTheory(Needs.Linux)]
    [MemberData(nameof(Formats))]
    public void Links_of_the_destination_that_lead_outside_are_refused(string format)
    {
        _ground.MakeLink("out", "../outside");
        _ground.MakeLink("file", "../outside/file");
        ExtractionResult result = new ArchiveBuilder(format).File("out/file").Directory("out/made").Link("out/link", "x").File("fine").ExtractTo(_ground.Root);

        Assert.Equal(["out/file", "out/made", "out/link"], result.Refused.Select(static entry => entry.Name));
        Assert.All(result.Refused, static entry => Assert.Equal(RefusalReason.Escape, entry.Reason));
        AssertFine("fine");
        AssertRefused(new ArchiveBuilder(format).File("file").ExtractTo(_ground.Root), "file", RefusalReason.Exists);
        // Replaced is the link, not what it leads to.
        Assert.True(new ArchiveBuilder(format).File("file").ExtractTo(_ground.Root, new ExtractionOptions { Overwrite = true }).IsComplete);
        Assert.Null(new FileInfo(_ground.At("file")).LinkTarget);
        _ground.AssertOutsideUntouched();
    }

    /// <summary>A file of the destination may have another name outside.</summary>
    [NeedsTheory(Needs.Linux)]
    [MemberData(nameof(Formats))]
    public void What_is_overwritten_is_replaced_and_not_written_to(string format)
    {
        Tool.Run("ln", Path.Combine(_ground.Outside, "file"), _ground.At("file"));
        Tool.Run("ln", Path.Combine(_ground.Outside, "file"), _ground.At("bad"));
        Directory.CreateDirectory(_ground.At("dir"));
        ArchiveBuilder archive = new ArchiveBuilder(format).File("file").File("dir").File("bad", new byte[100]);
        Assert.Equal(3, archive.ExtractTo(_ground.Root).Refused.Count);
        ExtractionResult result = archive.ExtractTo(_ground.Root, new ExtractionOptions { Overwrite = true, MaximumEntryLength = 99 });

        Assert.Equal([("dir", RefusalReason.Exists), ("bad", RefusalReason.EntryTooLong)], result.Refused.Select(static entry => (entry.Name, entry.Reason)));
        AssertFine("file");
        Assert.Equal(Playground.Secret, _ground.Read("bad"));
        Assert.Equal(3, Directory.GetFileSystemEntries(_ground.Inside).Length);
        _ground.AssertOutsideUntouched();
    }

    [NeedsTheory(Needs.Linux)]
    [MemberData(nameof(Formats))]
    public void Duplicates_and_names_that_differ_by_case_are_refused(string format)
    {
        ArchiveBuilder archive = new ArchiveBuilder(format).File("a").File("./a", "second").File("dir/B").File("dir//b", "second").Directory("dir").Directory("dir").File("dir");
        Assert.Equal(["./a", "dir"], archive.ExtractTo(_ground.Root, new ExtractionOptions { IgnoreCase = false }).Refused.Select(static entry => entry.Name));
        AssertFine("a", "dir/B");
        using DirectoryHandle other = _ground.Root.CreateDirectory("other");
        ExtractionResult result = archive.ExtractTo(other, new ExtractionOptions { IgnoreCase = true });
        Assert.Equal(["./a", "dir//b", "dir"], result.Refused.Select(static entry => entry.Name));
        Assert.Equal([RefusalReason.Duplicate, RefusalReason.Duplicate, RefusalReason.Exists], result.Refused.Select(static entry => entry.Reason));
    }

    [NeedsTheory(Needs.Linux)]
    [MemberData(nameof(Formats))]
    public void Devices_pipes_and_odd_names_are_refused(string format)
    {
        string longName = new('x', 300);
        ExtractionResult result = new ArchiveBuilder(format)
            .Special("pipe", 0x1000).Special("block", 0x6000).Special("character", 0x2000).File(longName).File("fine\u001b[2J").ExtractTo(_ground.Root);

        Assert.Equal(["pipe", "block", "character", longName], result.Refused.Select(static entry => entry.Name));
        Assert.Equal([RefusalReason.Kind, RefusalReason.Kind, RefusalReason.Kind, RefusalReason.Name], result.Refused.Select(static entry => entry.Reason));
        InvalidDataException e = Assert.Throws<InvalidDataException>(result.ThrowIfRefused);
        Assert.Contains("'pipe' is refused", e.Message, StringComparison.Ordinal);
        string message = new ArchiveBuilder(format).File("fine\u001b[2J").ExtractTo(_ground.Root).Refused.Single().Message;
        Assert.Contains("'fine\\u001b[2J'", message, StringComparison.Ordinal);
    }

    [NeedsTheory(Needs.Linux)]
    [InlineData(ArchiveBuilder.Tar)]
    [InlineData(ArchiveBuilder.TarGz)]
    public void Hard_links_lead_to_extracted_files_only(string format)
    {
        _ground.MakeFile("there");
        _ground.MakeLink("out", "../outside/file");
        ExtractionResult result = new ArchiveBuilder(format)
            .File("file").HardLink("same", "./file").HardLink("evil", "../outside/file").HardLink("absolute", Path.Combine(_ground.Outside, "file"))
            .HardLink("to-there", "there").HardLink("to-link", "out").HardLink("to-nothing", "nothing").Link("s", "file").HardLink("to-s", "s").ExtractTo(_ground.Root);

        Assert.Equal(["evil", "absolute", "to-there", "to-link", "to-nothing", "to-s"], result.Refused.Select(static entry => entry.Name));
        Assert.True(_ground.Root.GetMetadata("same").IsSameEntry(_ground.Root.GetMetadata("file")));
        _ground.AssertOutsideUntouched();
    }

    [NeedsTheory(Needs.Linux)]
    [MemberData(nameof(Formats))]
    [SupportedOSPlatform("linux")]
    public void Permissions_are_kept_without_the_bits_that_give_rights(string format)
    {
        new ArchiveBuilder(format).File("suid", "x", 0xFED).File("private", "x", 0x180).Directory("closed", 0x000).File("closed/x").Directory("sticky", 0x3FF)
            .ExtractTo(_ground.Root).ThrowIfRefused();

        const UnixFileMode Special = UnixFileMode.SetUser | UnixFileMode.SetGroup | UnixFileMode.StickyBit;
        Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(_ground.At("suid")) & Special);
        Assert.NotEqual(UnixFileMode.None, File.GetUnixFileMode(_ground.At("suid")) & UnixFileMode.UserExecute);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_ground.At("private")));
        Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(_ground.At("sticky")) & Special);
        AssertFine("closed/x");
        Assert.Equal(2001, File.GetLastWriteTimeUtc(_ground.At("suid")).Year);
        new ArchiveBuilder(format).File("usual", "x", 0x180).ExtractTo(_ground.Root, new ExtractionOptions { ApplyPermissions = false, ApplyTimes = false }).ThrowIfRefused();
        Assert.NotEqual(UnixFileMode.None, File.GetUnixFileMode(_ground.At("usual")) & UnixFileMode.OtherRead);
        Assert.NotEqual(2001, File.GetLastWriteTimeUtc(_ground.At("usual")).Year);
    }

    protected override void Dispose(bool disposing)
    {
        _ground.Dispose();
        base.Dispose(disposing);
    }

    private void AssertRefused(ExtractionResult result, string name, RefusalReason reason)
    {
        RefusedEntry refused = Assert.Single(result.Refused);
        Assert.Equal((name, reason), (refused.Name, refused.Reason));
        Assert.Contains($"'{name}'", refused.Message, StringComparison.Ordinal);
        _ground.AssertOutsideUntouched();
    }

    private void AssertFine(params string[] names) => Assert.All(names, name => Assert.Equal("archive", _ground.Read(name)));
}
