using System.Runtime.CompilerServices;

namespace Ferrite.Mapping.Internal;

/// <summary>
/// Scalar access without lock or count: range check, access, load barrier, state word. What isn't plain goes to <see cref="SlowAccess"/>.
/// <c>current</c> is the file's field: each access takes its region from there once.
/// </summary>
internal static unsafe class Access
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Read<T>(ref Region current, long offset)
        where T : unmanaged
    {
        Region region = current;
        byte* address = region.Base;
        if (sizeof(T) <= Region.FastSize && (ulong)offset < region.FastLimit)
        {
            // SAFETY: offset + sizeof(T) ≤ Length by the check; the region keeps the addresses mapped until KeepAlive, whatever others do.
            T value = Unsafe.ReadUnaligned<T>(address + offset);
            Volatile.ReadBarrier();
            if (((RegionHeader*)(address - RegionHeader.Distance))->State == 0)
            {
                GC.KeepAlive(region);
                return value;
            }
        }

        return SlowAccess.Read<T>(ref current, offset);
    }

    /// <summary>The state word is tested after the store: see <see cref="Region"/> for why no store barrier is needed between.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Write<T>(ref Region current, FileMapping mapping, long offset, T value)
        where T : unmanaged
    {
        Region region = current;
        byte* address = region.Base;
        if (sizeof(T) <= Region.FastSize && (ulong)offset < region.FastWriteLimit)
        {
            // SAFETY: offset + sizeof(T) ≤ Length by the check, FastWriteLimit is 0 where the pages are read-only; the region keeps the
            // addresses mapped until KeepAlive.
            Unsafe.WriteUnaligned(address + offset, value);
            Volatile.ReadBarrier();
            if (((RegionHeader*)(address - RegionHeader.Distance))->State == 0)
            {
                GC.KeepAlive(region);
                return;
            }
        }

        SlowAccess.Write(ref current, mapping.Mode, offset, value);
    }
}
