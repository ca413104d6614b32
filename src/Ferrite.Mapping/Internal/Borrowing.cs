namespace Ferrite.Mapping.Internal;

/// <summary>Runs a caller's code over mapped bytes and tells afterwards whether what it saw, or failed on, was the file's.</summary>
internal static unsafe class Borrowing
{
    internal static TResult Read<TState, TResult>(
        ref Region current, long offset, int length, TState state, Func<ReadOnlySpan<byte>, TState, TResult> body)
        where TState : allows ref struct
    {
        Region region = SlowAccess.Enter(ref current, offset, length, asView: true);
        try
        {
            TResult result;
            try
            {
                // SAFETY: Enter checked the range; its addresses stay mapped until KeepAlive, whatever the body does to the file.
                result = body(new ReadOnlySpan<byte>(region.Base + offset, length), state);
            }
            catch (Exception e) when (!IsTrusted(region, offset, length))
            {
                region.ThrowIfUntrusted(offset, length, e);
                throw;
            }

            Volatile.ReadBarrier();
            region.ThrowIfUntrusted(offset, length);
            return result;
        }
        finally
        {
            region.ExitView();
            GC.KeepAlive(region);
        }
    }

    private static bool IsTrusted(Region region, long offset, long length)
    {
        Volatile.ReadBarrier();
        return region.IsTrusted(offset, length);
    }
}
