using System.IO.Compression;
using System.Text;
using Ferrite.Handles.Internal.Archives;
using Ferrite.Handles.Tests.Directories;
using Ferrite.TestKit;

namespace Ferrite.Handles.Tests.Archives;

public sealed class LimitTests : LeakCheckedTests
{
    private const int MiB = 1 << 20;

    private readonly Playground _ground = new();

    public static TheoryData<string> Formats => AttackTests.Formats;

    [NeedsTheory(Needs.Linux)]
    [MemberData(nameof(Formats))]
    public void An_entry_that_is_too_long_is_refused_and_leaves_nothing(string format)
    {
        ExtractionResult result = new ArchiveBuilder(format).File("small").File("long", Noise(2 * MiB)).File("small2")
            .ExtractTo(_ground.Root, new ExtractionOptions { MaximumEntryLength = MiB });

        Assert.Equal(("long", RefusalReason.EntryTooLong), Assert.Single(result.Refused.Select(static entry => (entry.Name, entry.Reason))));
        Assert.Equal(["small", "small2"], Files());
        Assert.Equal(14, result.Length);
    }

    [NeedsTheory(Needs.Linux)]
    [MemberData(nameof(Formats))]
    public void All_together_may_be_as_long_as_allowed_and_no_longer(string format)
    {
        ArchiveBuilder archive = new ArchiveBuilder(format).File("one", Noise(MiB)).File("two", Noise(MiB)).File("three");
        ExtractionResult result = archive.ExtractTo(_ground.Root, new ExtractionOptions { MaximumLength = (2 * MiB) - 1 });
        Assert.Equal(("two", RefusalReason.TotalTooLong), Assert.Single(result.Refused.Select(static entry => (entry.Name, entry.Reason))));
        Assert.Equal(["one"], Files());
        using DirectoryHandle other = _ground.Root.CreateDirectory("other");
        Assert.True(archive.ExtractTo(other, new ExtractionOptions { MaximumLength = (2 * MiB) + 7 }).IsComplete);
    }

    [NeedsTheory(Needs.Linux)]
    [MemberData(nameof(Formats))]
    public void Entries_are_counted_refused_ones_included(string format)
    {
        ArchiveBuilder archive = new ArchiveBuilder(format).File("one").File("../two").Directory("three").File("four").File("five");
        ExtractionResult result = archive.ExtractTo(_ground.Root, new ExtractionOptions { MaximumEntries = 3 });
        Assert.Equal([("../two", RefusalReason.Escape), ("four", RefusalReason.TooManyEntries)], result.Refused.Select(static entry => (entry.Name, entry.Reason)));
        Assert.Equal(["one"], Files());
    }

    [NeedsTheory(Needs.Linux)]
    [InlineData(ArchiveBuilder.Zip)]
    [InlineData(ArchiveBuilder.TarGz)]
    public void Bombs_are_refused_by_what_comes_out_of_them(string format)
    {
        ArchiveBuilder archive = new ArchiveBuilder(format).File("fine", Noise(MiB / 512)).File("bomb", new byte[64 * MiB]);
        ExtractionResult result = archive.ExtractTo(_ground.Root);
        Assert.Contains(("bomb", RefusalReason.Ratio), result.Refused.Select(static entry => (entry.Name, entry.Reason)));
        Assert.Equal(["fine"], Files());
        using DirectoryHandle other = _ground.Root.CreateDirectory("other");
        Assert.True(archive.ExtractTo(other, new ExtractionOptions { MaximumRatio = 1100 }).IsComplete);
    }

    /// <summary>Refused for its name, it would still be decompressed to get past it.</summary>
    [NeedsFact(Needs.Linux)]
    public void A_bomb_of_a_bad_name_is_not_decompressed_to_its_end()
    {
        ExtractionResult result = new ArchiveBuilder(ArchiveBuilder.TarGz).File("../bomb", new byte[64 * MiB]).File("after").ExtractTo(_ground.Root);
        Assert.Equal([RefusalReason.Escape, RefusalReason.Ratio], result.Refused.Select(static entry => entry.Reason));
        Assert.Empty(Files());
    }

    /// <summary>Many entries of one compressed block: each is harmless, and together they are not.</summary>
    [NeedsFact(Needs.Linux)]
    public void Entries_that_share_their_data_are_refused_by_the_ratio_of_the_whole()
    {
        byte[] zip = ZipBytes.Overlapping(entries: 50, Compressible(4 * MiB));
        using DirectoryHandle first = _ground.Root.CreateDirectory("first");
        using var archive = new ZipArchive(new MemoryStream(zip));
        Assert.Equal(50, archive.ExtractZipTo(first).Extracted.Count);
        using DirectoryHandle second = _ground.Root.CreateDirectory("second");
        ExtractionResult result = new MemoryStream(zip).ExtractZipTo(second);
        Assert.InRange(result.Extracted.Count, 1, 49);
        Assert.All(result.Refused, static entry => Assert.Equal(RefusalReason.Ratio, entry.Reason));
    }

    /// <summary>The header says 1 byte; much more comes. Or the other way round.</summary>
    [NeedsTheory(Needs.Linux)]
    [InlineData(1)]
    [InlineData(4 * MiB)]
    public void Lengths_that_headers_lie_about_are_found_out(int declared)
    {
        byte[] zip = new ArchiveBuilder(ArchiveBuilder.Zip).File("liar", Noise(2 * MiB)).File("fine").Build().ToArray();
        ZipBytes.DeclareLength(zip, (uint)declared);
        ExtractionResult result = new MemoryStream(zip).ExtractZipTo(_ground.Root);
        Assert.Equal(("liar", RefusalReason.Damaged), Assert.Single(result.Refused.Select(static entry => (entry.Name, entry.Reason))));
        Assert.Equal(["fine"], Files());
    }

    [NeedsTheory(Needs.Linux)]
    [InlineData(ArchiveBuilder.Tar)]
    [InlineData(ArchiveBuilder.TarGz)]
    public void An_archive_that_is_cut_off_gives_what_came_before(string format)
    {
        byte[] whole = new ArchiveBuilder(format).File("one").File("two", Noise(MiB)).Build().ToArray();
        ExtractionResult result = ArchiveBuilder.Extract(format, new MemoryStream(whole, 0, whole.Length / 2), _ground.Root);
        Assert.Equal("two", result.Refused[0].Name);
        Assert.All(result.Refused, static entry => Assert.Equal(RefusalReason.Damaged, entry.Reason));
        Assert.Equal(["one"], Files());
    }

    [Theory]
    [InlineData("", 0u)]
    [InlineData("123456789", 0xCBF43926u)]
    [InlineData("The quick brown fox jumps over the lazy dog", 0x414FA339u)]
    public void The_checksum_is_that_of_zip(string text, uint sum)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(text);
        Assert.Equal(sum, Crc32.Append(0, bytes));
        Assert.Equal(sum, Crc32.Append(Crc32.Append(0, bytes.AsSpan(0, text.Length / 3)), bytes.AsSpan(text.Length / 3)));
    }

    [NeedsFact(Needs.Linux)]
    public void Damaged_data_of_a_zip_is_refused_entry_by_entry()
    {
        byte[] zip = new ArchiveBuilder(ArchiveBuilder.Zip).File("bad", Compressible(MiB)).File("fine").Build().ToArray();
        zip[5000] ^= 1;
        ExtractionResult result = new MemoryStream(zip).ExtractZipTo(_ground.Root);
        Assert.Equal(("bad", RefusalReason.Damaged), Assert.Single(result.Refused.Select(static entry => (entry.Name, entry.Reason))));
        Assert.Equal(["fine"], Files());
        Assert.Throws<InvalidDataException>(() => new MemoryStream(new byte[100]).ExtractZipTo(_ground.Root));
    }

    [NeedsTheory(Needs.Linux)]
    [MemberData(nameof(Formats))]
    public void Progress_is_told_and_cancelling_takes_back_the_entry_it_is_at(string format)
    {
        Stream archive = new ArchiveBuilder(format).File("one").File("two", Noise(16 * MiB)).File("three").Build();
        using var source = new CancellationTokenSource();
        var told = new List<ExtractionProgress>();
        var progress = new Progress(step =>
        {
            told.Add(step);
            if (string.Equals(step.Name, "two", StringComparison.Ordinal))
            {
                source.Cancel();
            }
        });
        Assert.Throws<OperationCanceledException>(() => string.Equals(format, ArchiveBuilder.Zip, StringComparison.Ordinal)
            ? archive.ExtractZipTo(_ground.Root, progress: progress, cancellationToken: source.Token)
            : archive.ExtractTarTo(_ground.Root, progress: progress, cancellationToken: source.Token));
        Assert.Equal(["one"], Files());
        Assert.Equal(new ExtractionProgress("one", 1, 7), told[0]);
        Assert.Equal(("two", 2), (told[1].Name, told[1].Entries));
    }

    /// <summary>That is about no entry: it is thrown, and what was begun is taken back.</summary>
    [NeedsFact(Needs.Linux | Needs.Mount)]
    public void A_full_disk_ends_it()
    {
        using SmallFileSystem small = SmallFileSystem.Tmpfs(MiB);
        using DirectoryHandle root = DirectoryHandle.Open(small.Path);
        Assert.ThrowsAny<IOException>(() => new ArchiveBuilder(ArchiveBuilder.Zip).File("one").File("two", Noise(4 * MiB)).ExtractTo(root));
        Assert.Equal("one", Assert.Single(root.Enumerate()).Name);
    }

    protected override void Dispose(bool disposing)
    {
        _ground.Dispose();
        base.Dispose(disposing);
    }

    private static byte[] Noise(int length)
    {
        byte[] bytes = new byte[length];
        new Random(1).NextBytes(bytes);
        return bytes;
    }

    /// <summary>About 100:1.</summary>
    private static byte[] Compressible(int length)
    {
        byte[] bytes = new byte[length];
        var random = new Random(2);
        for (int i = 0; i < length; i += 200)
        {
            bytes[i] = (byte)random.Next();
        }

        return bytes;
    }

    private IEnumerable<string> Files() =>
        Directory.EnumerateFiles(_ground.Inside, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(_ground.Inside, path)).Order(StringComparer.Ordinal);

    private sealed class Progress(Action<ExtractionProgress> told) : IProgress<ExtractionProgress>
    {
        public void Report(ExtractionProgress value) => told(value);
    }
}
