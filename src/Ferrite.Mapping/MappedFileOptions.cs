namespace Ferrite.Mapping;

/// <summary>How to map a file. Immutable; may be shared by threads and files.</summary>
public sealed record MappedFileOptions
{
    /// <summary>
    /// What the mapping may do; null for what the call implies: <see cref="MapMode.ReadOnly"/> for <c>Open</c> and <c>FromHandle</c>,
    /// <see cref="MapMode.ReadWrite"/> for those that create, which allow nothing else.
    /// </summary>
    public MapMode? Mode { get; init; }

    /// <summary>What other openers of the path may do meanwhile, as <see cref="File.OpenHandle"/> takes it: advisory on Unix.</summary>
    public FileShare Share { get; init; } = FileShare.ReadWrite | FileShare.Delete;

    /// <summary>
    /// Bytes of address space to keep for growth, 0 for the length: <see cref="MappedFile.Resize"/> within them moves nothing and keeps
    /// spans valid. Costs no memory and no disk. At most 2⁵⁶; more than the address space holds is an <see cref="IOException"/>. Has no
    /// effect on Windows.
    /// </summary>
    public long Capacity { get; init; }

    /// <summary>
    /// Takes disk blocks when the file is created or grown (posix_fallocate(3), fcntl(F_PREALLOCATE), FileAllocationInfo), so that a full
    /// disk is an <see cref="IOException"/> there and not a fault at a store.
    /// </summary>
    public bool Preallocate { get; init; }

    /// <summary>Whether to bring the pages in before they are asked for.</summary>
    public Prefault Prefault { get; init; }

    /// <summary>
    /// Whether to use huge pages. The mapping then begins at a multiple of one, and <see cref="Capacity"/> is rounded up to one; on
    /// hugetlbfs, where a mapping can't reach past the file's end, it is the length.
    /// </summary>
    public HugePages HugePages { get; init; }

    /// <summary>When the mapping flushes by itself; <see cref="FlushPolicy.Manual"/> by default.</summary>
    public FlushPolicy FlushPolicy { get; init; }

    /// <summary>Whether the mapping is registered with the <see cref="FaultGuard"/>, where there is one. Without, a lost page ends the process.</summary>
    public bool FaultGuard { get; init; } = true;
}
