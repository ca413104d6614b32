namespace Ferrite.Mapping.Internal;

/// <summary>
/// Writes under a policy that counts them. There a region's limit for fast writes is 0, which brings every write here and leaves the
/// others nothing to pay.
/// </summary>
internal static unsafe class CountedAccess
{
    internal static void Write<T>(ref Region current, FileMapping mapping, long offset, T value)
        where T : unmanaged
    {
        mapping.RefuseAfterFailedFlush();
        if (!Access.TryWriteUncounted(current, offset, value))
        {
            SlowAccess.Write(ref current, mapping.Mode, offset, value);
        }

        mapping.Written(ref current, offset, sizeof(T));
    }

    internal static void CopyFrom(ref Region current, FileMapping mapping, long offset, ReadOnlySpan<byte> source)
    {
        mapping.RefuseAfterFailedFlush();
        SlowAccess.CopyFrom(ref current, mapping.Mode, offset, source);
        mapping.Written(ref current, offset, source.Length);
    }
}
