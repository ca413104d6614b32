using Ferrite.Mapping.Internal;
using Ferrite.Mapping.Internal.Watching;
using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.Watching;

/// <summary>What two looks and the OS's word in between are taken for, where clocks are coarse and words are late.</summary>
public sealed class ChangeDetectorTests : WatchingTests
{
    private static readonly DateTime Old = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Future = DateTime.UtcNow.AddDays(1);

    /// <summary>As if both writes came within a tick of the clock: the second has the time of the first.</summary>
    [NeedsFact(Needs.Linux)]
    public void A_write_that_the_time_does_not_tell_is_told_by_the_word()
    {
        ChangeDetector detector = Start(Future);
        WriteByte(PathOf());
        File.SetLastWriteTimeUtc(PathOf(), Future);

        Assert.Equal([FileChangeKind.Modified, FileChangeKind.Metadata], Look(detector, WatchSigns.Changed));
    }

    [NeedsFact(Needs.Linux)]
    public void A_time_that_is_long_ago_tells_that_nothing_was_written_since()
    {
        ChangeDetector detector = Start(Old);
        WriteByte(PathOf());
        File.SetLastWriteTimeUtc(PathOf(), Old);

        Assert.Equal([FileChangeKind.Metadata], Look(detector, WatchSigns.Changed));
    }

    [Fact]
    public void A_word_that_comes_after_the_look_that_saw_it_is_no_change()
    {
        ChangeDetector detector = Start(Future);
        File.SetLastWriteTimeUtc(PathOf(), Old);

        Assert.Equal([FileChangeKind.Modified], Look(detector, WatchSigns.Changed));
        Assert.Empty(Look(detector, WatchSigns.Renamed | WatchSigns.Deleted)!);
        Assert.Empty(Look(detector, WatchSigns.None)!);
    }

    [Fact]
    public void After_words_were_lost_a_write_is_assumed()
    {
        ChangeDetector detector = Start(Old);

        Assert.Equal([FileChangeKind.Modified], Look(detector, WatchSigns.Lost));
        File.Delete(PathOf());
        Assert.Equal([FileChangeKind.Removed], Look(detector, WatchSigns.Lost | WatchSigns.Deleted));
        Assert.Empty(Look(detector, WatchSigns.Lost)!);
    }

    [Fact]
    public void Of_a_file_that_is_gone_a_word_is_waited_for_but_not_for_ever()
    {
        ChangeDetector detector = Start(Old);
        File.Move(PathOf(), PathOf("away"));
        Assert.Null(Look(detector, WatchSigns.Changed));
        Assert.Equal([FileChangeKind.Renamed], Look(detector, WatchSigns.Renamed));

        detector = Start(Old);
        File.Delete(PathOf());
        int looks = 1;
        IEnumerable<FileChangeKind>? kinds;
        while ((kinds = Look(detector, WatchSigns.None)) is null)
        {
            looks++;
        }

        Assert.Equal([FileChangeKind.Removed], kinds);
        Assert.InRange(looks, 2, 10);
    }

    /// <summary>No file, and so none that could be mapped.</summary>
    [Fact]
    public void A_directory_that_takes_the_path_is_no_file()
    {
        ChangeDetector detector = Start(Old);
        File.Delete(PathOf());
        Directory.CreateDirectory(PathOf());

        Assert.Equal([FileChangeKind.Removed], Look(detector, WatchSigns.Deleted));
        Assert.True(detector.IsMissing);
    }

    private static IEnumerable<FileChangeKind>? Look(ChangeDetector detector, WatchSigns signs) => detector.Look(signs)?.Select(static change => change.Kind);

    private ChangeDetector Start(DateTime written)
    {
        string path = FileOf(Length);
        File.SetLastWriteTimeUtc(path, written);
        Assert.True(Backend.Observe(path, out FileObservation start).IsNone);
        return new ChangeDetector(path, start);
    }
}
