using System.Runtime.InteropServices;

namespace Ferrite.Mapping.Internal;

/// <summary>
/// What lies <see cref="Distance"/> bytes below a region's first byte of data, in memory that the GC does not move: the fault
/// guard's signal handler writes it. Mirrors <c>ferrite_region_header</c> in <c>native/fault_guard.h</c>.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct RegionHeader
{
    internal const int Distance = 64;

    private const ulong FaultValid = 1UL << 63;
    private const int CauseShift = 60;
    private const ulong OffsetMask = (1UL << CauseShift) - 1;

    internal int State;
    internal int Unused;
    internal ulong Fault;

    /// <summary>
    /// The region's <see cref="Region.FastLimit"/>, and 0 from before any bit of <see cref="State"/> has an effect: to compare the offset
    /// with it after an access says what the state word would, in one instruction less.
    /// </summary>
    internal ulong TrustLimit;

    /// <summary>The first fault's offset in bytes, and what caused it; null if the handler recorded none.</summary>
    internal readonly (long Offset, FaultCause Cause)? ReadFault()
    {
        ulong fault = Volatile.Read(in Fault);
        return (fault & FaultValid) == 0
            ? null
            : ((long)(fault & OffsetMask), (FaultCause)((fault & ~FaultValid) >> CauseShift));
    }
}
