using System.Runtime.InteropServices;
using Ferrite.Mapping.Internal;

namespace Ferrite.Mapping;

/// <summary>
/// When a mapping makes durable, by itself, what was written through it. Counted are <see cref="MappedFile"/>'s <c>Write</c>s, after the
/// store, and writable views and chunks, at their length, when they are disposed or passed; not atomics, and not what is stored through a
/// span that outlives its view or a pointer. Whatever the policy, <see cref="MappedFile.Flush(FlushLevel)"/> may be called at any time.
/// </summary>
/// <remarks>
/// Under any policy but <see cref="Manual"/> the mapping also flushes when it is disposed, and after a flush has failed every write
/// throws, a view or chunk when it ends, until <see cref="MappedFile.Refresh"/>. Immutable.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FlushPolicy
{
    private readonly long _amount;

    private FlushPolicy(FlushTrigger trigger, long amount)
    {
        Trigger = trigger;
        _amount = amount;
    }

    /// <summary>Never by itself: durable is what was flushed. Nothing is counted, and nothing is paid. The default.</summary>
    public static FlushPolicy Manual => default;

    /// <summary>The same as <see cref="Manual"/>.</summary>
    public static FlushPolicy Never => Manual;

    /// <summary>Every write is durable when it returns, with the pages it touched; a view or chunk when it ends.</summary>
    public static FlushPolicy Always => new(FlushTrigger.Always, 0);

    internal FlushTrigger Trigger { get; }

    internal long Bytes => Trigger == FlushTrigger.Bytes ? _amount : long.MaxValue;

    internal long Writes => Trigger == FlushTrigger.Writes ? _amount : long.MaxValue;

    internal TimeSpan Interval => Trigger == FlushTrigger.Interval ? TimeSpan.FromTicks(_amount) : Timeout.InfiniteTimeSpan;

    /// <summary>As soon as this many bytes are pending: the write that makes them so many flushes all of them before it returns.</summary>
    /// <param name="bytes">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public static FlushPolicy EveryBytes(long bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bytes);
        return new FlushPolicy(FlushTrigger.Bytes, bytes);
    }

    /// <summary>As soon as this many writes are pending: the last of them flushes all of them before it returns.</summary>
    /// <param name="writes">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public static FlushPolicy EveryWrites(long writes)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(writes);
        return new FlushPolicy(FlushTrigger.Writes, writes);
    }

    /// <summary>
    /// In the background, so long after the first write that is pending; nothing runs while none is. A failure is thrown by the next write
    /// or flush, and by <see cref="MappedFile.Dispose"/> if there is none. Does not keep the file from being collected.
    /// </summary>
    /// <param name="interval">At least a millisecond, at most 49 days.</param>
    /// <exception cref="ArgumentOutOfRangeException">Out of that range.</exception>
    public static FlushPolicy Every(TimeSpan interval)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(interval, TimeSpan.FromMilliseconds(1));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(interval, TimeSpan.FromDays(49));
        return new FlushPolicy(FlushTrigger.Interval, interval.Ticks);
    }

    /// <summary>The policy as it is written in code.</summary>
    public override string ToString() => Trigger switch
    {
        FlushTrigger.Always => nameof(Always),
        FlushTrigger.Bytes => $"{nameof(EveryBytes)}({_amount})",
        FlushTrigger.Writes => $"{nameof(EveryWrites)}({_amount})",
        FlushTrigger.Interval => $"{nameof(Every)}({Interval})",
        _ => nameof(Manual),
    };
}
