namespace Ferrite.TestKit;

/// <summary>How much of what the runtime uses too may have grown meanwhile: compiled code, thread stacks, pieces of the GC's heap.</summary>
public sealed record LeakTolerance
{
    public int FileDescriptors { get; init; } = 8;

    public long ResidentBytes { get; init; } = 256L << 20;
}
