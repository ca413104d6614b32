using System.Runtime.CompilerServices;

namespace Ferrite.Mapping.Internal;

internal sealed partial class FileMapping
{
    /// <summary>Null under the manual policy, and where nothing that is written reaches the file.</summary>
    private readonly PendingWrites? _pending;

    private readonly FlushTrigger _trigger;

    private BackgroundFlusher? _background;

    /// <summary>Told to every region that is mapped, once it is known.</summary>
    private IWriteCounter? _counter;

    internal bool CountsWrites => _pending is not null;

    internal PendingWrites? Pending => _pending;

    internal bool HasFlushFailure => Volatile.Read(ref _flushFailure) is not null;

    internal FlushPolicy FlushPolicy => _options.FlushPolicy;

    internal long PendingBytes => _pending?.Bytes ?? 0;

    internal long PendingWriteCount => _pending?.Writes ?? 0;

    /// <summary>Before the file is anybody else's: whom its views tell, and who flushes it in the background.</summary>
    internal void StartCounting(IWriteCounter counter, Region first)
    {
        _counter = counter;
        if (first.IsMapped)
        {
            first.Counter = counter;
        }

        _background = FlushPolicy.Trigger == FlushTrigger.Interval ? new BackgroundFlusher(counter, FlushPolicy.Interval) : null;
    }

    /// <summary>Before a write under a counting policy: after a failed flush it would not become durable.</summary>
    internal void RefuseAfterFailedFlush() => Volatile.Read(ref _flushFailure)?.Throw();

    /// <summary>After a write under a counting policy: counts it, and flushes if it is due.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void Written(ref Region current, long offset, long length)
    {
        if (length == 0 || !_pending!.Add(offset, length))
        {
            return;
        }

        switch (_trigger)
        {
            case FlushTrigger.Always:
                // What a shrink has cut off meanwhile needs no flush.
                TryFlush(ref current, offset, length, FlushLevel.Durable);
                break;
            case FlushTrigger.Interval:
                _background!.Arm();
                break;
            default:
                FlushIfDue(ref current);
                break;
        }
    }

    /// <summary>When a view ends: its bytes were written before anybody could refuse them, so a failed flush is told after counting them.</summary>
    internal void WrittenByView(ref Region current, long offset, long length)
    {
        Written(ref current, offset, length);
        RefuseAfterFailedFlush();
    }

    /// <summary>After a failure was forgiven: what it left pending is flushed in the background though no write comes.</summary>
    private void ArmIfPending()
    {
        if (PendingWriteCount + PendingBytes > 0)
        {
            _background?.Arm();
        }
    }

    /// <summary>Of several writers that came over the threshold together the first flushes for all; the others wait for it.</summary>
    private void FlushIfDue(ref Region current)
    {
        lock (_flushGate)
        {
            if (_pending!.IsDue)
            {
                Flush(ref current, FlushLevel.Durable);
            }
        }
    }

    /// <summary>By the timer. What fails is remembered, and thrown by whatever comes next.</summary>
    internal void FlushInBackground(ref Region current)
    {
        // First: a write that comes while the flush runs sets the timer again, since the flush may miss it.
        _pending!.BeDueAgain();
        try
        {
            if (PendingWriteCount + PendingBytes > 0)
            {
                lock (_flushGate)
                {
                    // A failure that somebody was told of is not news.
                    if (_flushFailure is null)
                    {
                        Flush(ref current, FlushLevel.Durable, inBackground: true);
                    }
                }
            }
        }
        catch (ObjectDisposedException)
        {
            // Disposing flushes by itself.
        }
        catch (MappedFileFaultException)
        {
            // Every access throws it, and so does disposing while writes are pending.
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Remembered as a failure that nobody was told of.
        }
    }

    /// <summary>Before the mapping ends: what a policy other than manual owes, or why it can't be paid. A failure that was told is not told again.</summary>
    private Exception? FlushBeforeClosing(ref Region current)
    {
        if (_pending is null || Volatile.Read(ref _closed))
        {
            return null;
        }

        try
        {
            FlushFailure? failure = Volatile.Read(ref _flushFailure);
            bool owes = failure is null ? PendingWriteCount + PendingBytes > 0 : !failure.IsTold;
            if (owes)
            {
                Flush(ref current, FlushLevel.Durable);
            }

            return null;
        }
        catch (ObjectDisposedException)
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e;
        }
    }
}
