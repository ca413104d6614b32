using System.Runtime.CompilerServices;

namespace Ferrite.Mapping.Internal;

/// <summary>
/// Scalar access without lock or count: range check, access, load barrier, and a check against a limit that is 0 once the region is in
/// trouble, which is the test of the state word; see <see cref="Region"/> for why the order is right.
/// What isn't plain is false here and goes to <see cref="SlowAccess"/>.
/// </summary>
internal static unsafe class Access
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryRead<T>(Region region, long offset, out T value)
        where T : unmanaged
    {
        byte* address = region.Base;
        if (sizeof(T) <= Region.FastSize && (ulong)offset < region.FastLimit)
        {
            // SAFETY: offset + sizeof(T) ≤ Length by the check; the region keeps the addresses mapped until KeepAlive, whatever others do.
            value = Unsafe.ReadUnaligned<T>(address + offset);
            Volatile.ReadBarrier();
            if ((ulong)offset < ((RegionHeader*)(address - RegionHeader.Distance))->TrustLimit)
            {
                GC.KeepAlive(region);
                return true;
            }
        }

        Unsafe.SkipInit(out value);
        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryWrite<T>(Region region, long offset, T value)
        where T : unmanaged => TryWrite(region, region.FastWriteLimit, offset, value);

    /// <summary>For whoever counts the write: the limit that the policy took away doesn't hold for it. What counts writes is mapped writable.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryWriteUncounted<T>(Region region, long offset, T value)
        where T : unmanaged => TryWrite(region, region.FastLimit, offset, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryWrite<T>(Region region, ulong limit, long offset, T value)
        where T : unmanaged
    {
        byte* address = region.Base;
        if (sizeof(T) <= Region.FastSize && (ulong)offset < limit)
        {
            // SAFETY: offset + sizeof(T) ≤ Length by the check, and the limit is 0 where the pages are read-only; the region keeps the
            // addresses mapped until KeepAlive.
            Unsafe.WriteUnaligned(address + offset, value);
            Volatile.ReadBarrier();
            if ((ulong)offset < ((RegionHeader*)(address - RegionHeader.Distance))->TrustLimit)
            {
                GC.KeepAlive(region);
                return true;
            }
        }

        return false;
    }

    /// <summary>For a length that <see cref="ShortCopy.Takes"/>. Checked like a scalar, which may be as long.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryCopyShort(Region region, long offset, Span<byte> destination)
    {
        byte* address = region.Base;
        if ((ulong)offset < region.FastLimit)
        {
            // SAFETY: offset + FastSize ≤ Length by the check, and no short copy is longer; the region keeps the addresses mapped until
            // KeepAlive.
            ShortCopy.Copy(address + offset, destination);
            Volatile.ReadBarrier();
            if ((ulong)offset < ((RegionHeader*)(address - RegionHeader.Distance))->TrustLimit)
            {
                GC.KeepAlive(region);
                return true;
            }
        }

        return false;
    }

    internal static bool TryCopyTo(Region region, long offset, Span<byte> destination)
    {
        if (!Backend.CountsAccess && offset >= 0 && offset <= region.Length - destination.Length)
        {
            // SAFETY: the range lies inside the region by the check, which is -1 long once it is closed; the region keeps the addresses
            // mapped until KeepAlive.
            new ReadOnlySpan<byte>(region.Base + offset, destination.Length).CopyTo(destination);
            Volatile.ReadBarrier();
            bool trusted = ((RegionHeader*)(region.Base - RegionHeader.Distance))->State == 0;
            GC.KeepAlive(region);
            return trusted;
        }

        return false;
    }
}
