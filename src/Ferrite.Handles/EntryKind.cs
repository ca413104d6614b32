namespace Ferrite.Handles;

/// <summary>What a name in a directory stands for.</summary>
public enum EntryKind
{
    /// <summary>None of the others.</summary>
    Other,

    /// <summary>A regular file.</summary>
    File,

    /// <summary>A directory.</summary>
    Directory,

    /// <summary>A symbolic link, on Windows a junction as well.</summary>
    SymbolicLink,

    /// <summary>A named pipe.</summary>
    NamedPipe,

    /// <summary>A socket.</summary>
    Socket,

    /// <summary>A character device.</summary>
    CharacterDevice,

    /// <summary>A block device.</summary>
    BlockDevice,
}
