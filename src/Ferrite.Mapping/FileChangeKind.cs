namespace Ferrite.Mapping;

/// <summary>What became of a watched file. See <see cref="MappedFile.Watch(Action{FileChange})"/>.</summary>
public enum FileChangeKind
{
    /// <summary>Written; its length is what it was.</summary>
    Modified,

    /// <summary>Its length is another.</summary>
    Resized,

    /// <summary>Permissions, owner, links or extended attributes changed, not the content.</summary>
    Metadata,

    /// <summary>
    /// Moved to another name of the directory, or another file has taken the path (log rotation, editors that write a new file and rename
    /// it): <see cref="FileChange.Length"/> tells the two apart. The mapping still shows the file it was opened on.
    /// </summary>
    Renamed,

    /// <summary>Deleted, or moved out of the directory. The mapping still shows it.</summary>
    Removed,

    /// <summary>The path had no file, and now has one.</summary>
    Created,
}
