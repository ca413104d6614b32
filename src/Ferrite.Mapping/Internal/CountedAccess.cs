using System.Runtime.CompilerServices;

namespace Ferrite.Mapping.Internal;

/// <summary>
/// Writes under a policy that counts them. There a region's limit for fast writes is 0, which brings every write here and leaves the
/// others nothing to pay.
/// </summary>
internal static unsafe class CountedAccess
{
    /// <summary>Calls are made last only, and out of line, so that what is plain needs no stack: see <see cref="PendingWrites.TryAdd"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Write<T>(ref Region current, FileMapping mapping, PendingWrites pending, long offset, T value)
        where T : unmanaged
    {
        if (mapping.HasFlushFailure || !Access.TryWriteUncounted(current, offset, value))
        {
            WriteSlow(ref current, mapping, offset, value);
            return;
        }

        if (!pending.TryAdd(offset, sizeof(T)))
        {
            mapping.Written(ref current, offset, sizeof(T));
        }
    }

    internal static void CopyFrom(ref Region current, FileMapping mapping, long offset, ReadOnlySpan<byte> source)
    {
        mapping.RefuseAfterFailedFlush();
        SlowAccess.CopyFrom(ref current, mapping.Mode, offset, source);
        mapping.Written(ref current, offset, source.Length);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    // SAFETY: the value's own bytes, on this stack frame.
    private static void WriteSlow<T>(ref Region current, FileMapping mapping, long offset, T value)
        where T : unmanaged => CopyFrom(ref current, mapping, offset, new ReadOnlySpan<byte>(&value, sizeof(T)));
}
