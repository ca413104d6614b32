using System.Runtime.CompilerServices;

namespace Ferrite.Mapping.Internal;

/// <summary>What the two kinds of view, and the enumerators, have in common.</summary>
internal static unsafe class Views
{
    /// <summary>The region for a view of the range, entered for it where accesses are counted; where it can't be had, throws why.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Region Get(ref Region current, long offset, long length)
    {
        Region region = current;
        return !Backend.CountsAccess && (offset | length) >= 0 && offset <= region.Length - length
            ? region
            : GetSlow(ref current, offset, length, MapMode.ReadWrite);
    }

    /// <summary>The region for accesses to the range that enter it each for itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Region GetUnheld(ref Region current, long offset, long length)
    {
        Region region = current;
        return (offset | length) >= 0 && offset <= region.Length - length ? region : GetUnheldSlow(ref current, offset, length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Region GetWritable(ref Region current, FileMapping mapping, long offset, long length)
    {
        Region region = current;
        return !Backend.CountsAccess && (offset | length) >= 0 && offset <= region.WritableLength - length ? region : GetSlow(ref current, offset, length, mapping.Mode);
    }

    /// <summary>The region for a view of the whole file, and how long that is.</summary>
    internal static Region GetWhole(ref Region current, MapMode mode, out long length)
    {
        SlowAccess.TryEnter(ref current, 0, 0, mode, out Region region, out length, asView: true);
        return region.Hold();
    }

    /// <summary>The region for a view of records, of which null means as many as are there whole.</summary>
    internal static Region GetRecords(ref Region current, long offset, int size, long? count, out long records)
    {
        SlowAccess.TryEnter(ref current, 0, 0, MapMode.ReadWrite, out Region region, out long total, asView: true);
        long most = (total - offset) / size;
        records = count ?? most;
        if (offset >= 0 && offset <= total && records >= 0 && records <= most)
        {
            return region.Hold();
        }

        region.ExitView();
        CheckRange(offset, 0, total);
        throw new ArgumentOutOfRangeException(
            nameof(count), records, $"{records} records of {size} bytes from offset {offset} lie outside the mapping of {total} bytes.");
    }

    /// <summary>Throws if the view has ended, where that ends its addresses.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void CheckHeld(Region? region)
    {
        if (Backend.CountsAccess)
        {
            region?.ThrowIfLetGo();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void CheckRange(long start, long size, long length)
    {
        if ((start | size) < 0 || start > length - size)
        {
            Throw.OutOfRange(start, size, length);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int SpanLength(long length)
    {
        if (length > int.MaxValue)
        {
            ThrowTooLong(length);
        }

        return (int)length;
    }

    internal static bool IsValid(Region region, byte* start, long length)
    {
        Volatile.ReadBarrier();
        bool trusted = region.IsTrusted(start - region.Base, length);
        GC.KeepAlive(region);
        return trusted;
    }

    /// <summary>Ends a view: validates it, and lets go of the region. Few statements, or the JIT calls the <c>finally</c> of a <c>using</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void End(Region region, byte* start, long length)
    {
        if (Backend.CountsAccess)
        {
            region.LetGo();
        }

        Validate(region, start, length);
    }

    /// <summary>The same, and counts what may have been written, where that is counted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void EndWritable(Region region, byte* start, long length)
    {
        End(region, start, length);
        if (region.Counter is not null)
        {
            Count(region, start, length);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Count(Region region, byte* start, long length) => region.Counter!.Written(start - region.Base, length);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Validate(Region region, byte* start, long length)
    {
        Volatile.ReadBarrier();
        // SAFETY: the header stays allocated until KeepAlive.
        if (Backend.CountsAccess || ((RegionHeader*)(region.Base - RegionHeader.Distance))->State != 0)
        {
            ThrowIfUntrusted(region, start, length);
        }

        GC.KeepAlive(region);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowIfUntrusted(Region region, byte* start, long length) =>
        region.ThrowIfUntrusted(start - region.Base, length);

    /// <summary>Throws why, unless accesses are counted, or the region was replaced between the two checks and the range is fine now.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Region GetSlow(ref Region current, long offset, long length, MapMode mode) =>
        SlowAccess.Enter(ref current, offset, length, mode, asView: true).Hold();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Region GetUnheldSlow(ref Region current, long offset, long length)
    {
        Region region = SlowAccess.Enter(ref current, offset, length);
        region.Exit();
        return region;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowTooLong(long length) =>
        throw new InvalidOperationException($"The view has {length} bytes, more than a span can hold ({int.MaxValue}): slice it first.");
}
