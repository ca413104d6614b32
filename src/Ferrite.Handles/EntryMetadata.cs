namespace Ferrite.Handles;

/// <summary>What the file system knows of a file, directory or link. Immutable.</summary>
public sealed record EntryMetadata
{
    /// <summary>What it is.</summary>
    public required EntryKind Kind { get; init; }

    /// <summary>Bytes of a file, or of a link's target; of others what the file system says.</summary>
    public required long Length { get; init; }

    /// <summary>When it was made, in UTC; null where the file system does not keep it.</summary>
    public DateTimeOffset? CreationTime { get; init; }

    /// <summary>When it was last read, as far as the file system keeps track, in UTC.</summary>
    public required DateTimeOffset LastAccessTime { get; init; }

    /// <summary>When its content last changed, in UTC. Ticks of 100 ns: what is finer is cut.</summary>
    public required DateTimeOffset LastWriteTime { get; init; }

    /// <summary>When its content or its metadata last changed, in UTC.</summary>
    public required DateTimeOffset ChangeTime { get; init; }

    /// <summary>Permissions; null on Windows.</summary>
    public UnixFileMode? UnixFileMode { get; init; }

    /// <summary>How many names it has.</summary>
    public required long Links { get; init; }

    /// <summary>The file system it is on: on Linux the major number in the upper 32 bits, the minor one in the lower; on Windows the volume's serial number.</summary>
    public required ulong Device { get; init; }

    /// <summary>Which it is on that file system: on Unix the inode, on Windows the 128-bit file id. With <see cref="Device"/> it names it, as long as it is there.</summary>
    public required UInt128 Inode { get; init; }

    /// <summary>Whether both are about the same file, directory or link.</summary>
    /// <param name="other">The other one.</param>
    public bool IsSameEntry(EntryMetadata other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Device == other.Device && Inode == other.Inode;
    }
}
