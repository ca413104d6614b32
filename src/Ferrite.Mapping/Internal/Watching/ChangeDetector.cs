namespace Ferrite.Mapping.Internal.Watching;

/// <summary>
/// Compares what is at a path with what was there at the look before: where things led, not how they got there. What the OS told
/// meanwhile decides only what looking can't: which way a file went, and whether one was written twice within a tick of the clock.
/// </summary>
internal sealed class ChangeDetector
{
    /// <summary>How often to wait for the word of the OS about a file that is gone.</summary>
    private const int MostWaits = 4;

    private FileObservation _last;
    private int _waits;

    /// <param name="path">A full one.</param>
    /// <param name="start">What the first look compares with.</param>
    internal ChangeDetector(string path, FileObservation start)
    {
        Path = path;
        _last = start;
    }

    internal string Path { get; }

    /// <summary>Whether the path had no file at the last look.</summary>
    internal bool IsMissing => !_last.IsFile;

    /// <summary>What changed since the last look, at most two things. Null: look again soon.</summary>
    internal IReadOnlyList<FileChange>? Look(WatchSigns signs)
    {
        if (!Backend.Observe(Path, out FileObservation now).IsNone)
        {
            // Not the time to tell anything.
            return [];
        }

        FileObservation before = _last;
        bool gone = before.IsFile && !now.IsFile;
        if (gone && (signs & (WatchSigns.Renamed | WatchSigns.Deleted)) == WatchSigns.None && _waits++ < MostWaits)
        {
            return null;
        }

        _waits = 0;
        _last = now;
        if (!now.IsFile)
        {
            return gone ? [new FileChange(signs.HasFlag(WatchSigns.Renamed) ? FileChangeKind.Renamed : FileChangeKind.Removed, null)] : [];
        }

        return !before.IsFile ? [new FileChange(FileChangeKind.Created, now.Length)]
            : before.Identity != now.Identity ? Replaced(signs, now.Length)
            : [.. Compare(before, now, signs).Select(kind => new FileChange(kind, now.Length))];
    }

    private static FileChange[] Replaced(WatchSigns signs, long length) =>
        (signs & (WatchSigns.Renamed | WatchSigns.Deleted)) == WatchSigns.Deleted
            ? [new FileChange(FileChangeKind.Removed, null), new FileChange(FileChangeKind.Created, length)]
            : [new FileChange(FileChangeKind.Renamed, length)];

    private static IEnumerable<FileChangeKind> Compare(FileObservation before, FileObservation now, WatchSigns signs)
    {
        bool told = signs.HasFlag(WatchSigns.Changed);
        bool resized = now.Length != before.Length;
        bool written = now.Modified != before.Modified;
        bool changed = now.Changed != before.Changed;
        if (resized)
        {
            yield return FileChangeKind.Resized;
        }
        else if (written || signs.HasFlag(WatchSigns.Lost) || (told && before.MayHideWrites))
        {
            yield return FileChangeKind.Modified;
        }

        // A write changes that time as well; what else did then, can't be told.
        if (now.Ownership != before.Ownership || (!resized && !written && (changed || (told && before.MayHideChanges && !before.MayHideWrites))))
        {
            yield return FileChangeKind.Metadata;
        }
    }
}
