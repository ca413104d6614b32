namespace Ferrite.Benchmarks.Cases;

/// <summary>Who does the work, in the order of the tables' columns.</summary>
internal enum Peer
{
    RawPointer,
    Ferrite,
    Accessor,
    RandomAccess,
    FileStream,
}
