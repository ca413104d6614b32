namespace Ferrite.Mapping.Internal;

/// <summary>The bits of a region's state word. Zero: what was read can be trusted. Bits are only ever added.</summary>
internal static class RegionState
{
    internal const int Closed = 1;
    internal const int Faulted = 2;
    internal const int Shrunk = 4;
}
