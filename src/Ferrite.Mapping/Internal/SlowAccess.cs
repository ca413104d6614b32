using System.Runtime.CompilerServices;

namespace Ferrite.Mapping.Internal;

/// <summary>
/// The exact path: any size, the file's tail, counted accesses, regions in trouble. Ends in the right bytes or an exception. An access
/// that met a region which another has replaced meanwhile is made again there.
/// </summary>
internal static unsafe class SlowAccess
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static T Read<T>(ref Region current, long offset)
        where T : unmanaged
    {
        Unsafe.SkipInit(out T value);
        // SAFETY: the value's own bytes, on this stack frame.
        CopyTo(ref current, offset, new Span<byte>(&value, sizeof(T)));
        return value;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    // SAFETY: the value's own bytes, on this stack frame.
    internal static void Write<T>(ref Region current, MapMode mode, long offset, T value)
        where T : unmanaged =>
        CopyFrom(ref current, mode, offset, new ReadOnlySpan<byte>(&value, sizeof(T)));

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void CopyTo(ref Region current, long offset, Span<byte> destination)
    {
        Region region;
        do
        {
            region = Enter(ref current, offset, destination.Length);
            // SAFETY: Enter checked the range against the region's length and, where accesses are counted, entered it; Leave keeps it alive.
            new ReadOnlySpan<byte>(region.Base + offset, destination.Length).CopyTo(destination);
        }
        while (!Leave(ref current, region, offset, destination.Length));
    }

    /// <summary>Copies as much as the file has from the offset on, and says how much that was; 0 behind its end.</summary>
    internal static int CopyUpTo(ref Region current, long offset, Span<byte> destination)
    {
        Region region;
        int count;
        do
        {
            if (!TryEnter(ref current, offset, 0, MapMode.ReadWrite, out region, out long total))
            {
                return 0;
            }

            count = (int)Math.Min(destination.Length, total - offset);
            // SAFETY: offset + count ≤ the region's length, as it was when TryEnter let us in; Leave keeps the region alive, and says
            // whether it was cut meanwhile.
            new ReadOnlySpan<byte>(region.Base + offset, count).CopyTo(destination);
        }
        while (!Leave(ref current, region, offset, count));
        return count;
    }

    internal static void CopyFrom(ref Region current, MapMode mode, long offset, ReadOnlySpan<byte> source)
    {
        Region region;
        do
        {
            region = Enter(ref current, offset, source.Length, mode);
            // SAFETY: as in CopyTo, and Enter refused a mode whose pages are read-only.
            source.CopyTo(new Span<byte>(region.Base + offset, source.Length));
        }
        while (!Leave(ref current, region, offset, source.Length));
    }

    /// <summary>The region to use for the range, entered; <paramref name="mode"/> is the file's where it is to be written.</summary>
    internal static Region Enter(ref Region current, long offset, long length, MapMode mode = MapMode.ReadWrite, bool asView = false)
    {
        if (!TryEnter(ref current, offset, length, mode, out Region region, out long total, asView))
        {
            Throw.OutOfRange(offset, length, total);
        }

        return region;
    }

    /// <summary>False where the range isn't inside the file's <paramref name="total"/> bytes.</summary>
    internal static bool TryEnter(
        ref Region current, long offset, long length, MapMode mode, out Region region, out long total, bool asView = false)
    {
        for (SpinWait pause = default; ; pause.SpinOnce())
        {
            region = Volatile.Read(ref current);
            total = Volatile.Read(ref region.Length);
            if (total < 0)
            {
                Throw.Disposed();
            }

            Throw.IfNotWritable(mode);
            if ((offset | length) < 0 || offset > total - length)
            {
                return false;
            }

            if (asView ? region.TryEnterView() : region.TryEnter())
            {
                return true;
            }

            // Suspended, or given up: about to go on, or to be replaced by the dead region or the next one.
        }
    }

    /// <summary>True where the access can be trusted; false where it has to be made again, in the region that took over.</summary>
    internal static bool Leave(ref Region current, Region region, long offset, long length)
    {
        Volatile.ReadBarrier();
        bool trusted = region.IsTrusted(offset, length);
        region.Exit();
        if (!trusted && Volatile.Read(ref current) == region)
        {
            region.ThrowIfUntrusted(offset, length);
        }

        GC.KeepAlive(region);
        return trusted;
    }
}
