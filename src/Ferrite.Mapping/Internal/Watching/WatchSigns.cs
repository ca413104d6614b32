namespace Ferrite.Mapping.Internal.Watching;

/// <summary>What the OS told of a name since the last look: why to look, and what looking can't tell.</summary>
[Flags]
internal enum WatchSigns
{
    None = 0,

    /// <summary>Content or metadata.</summary>
    Changed = 1,

    /// <summary>The name was given to another file, or taken away from one, by a rename.</summary>
    Renamed = 2,

    /// <summary>The name was deleted, or moved out of the directory.</summary>
    Deleted = 4,

    /// <summary>Events were lost: anything, maybe.</summary>
    Lost = 8,
}
