using System.Threading.Channels;

namespace Ferrite.Mapping.Internal.Watching;

/// <summary>A watch that is asked: it looks when the next change is wanted and there may be one.</summary>
internal sealed class AsyncWatch : PathWatch, IAsyncEnumerator<FileChange>
{
    /// <summary>Holds a token while there may be something to see; completed when the watch was stopped.</summary>
    private readonly Channel<bool> _ready = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly Queue<FileChange> _found = new();
    private CancellationTokenSource? _link;
    private CancellationToken _cancellation;

    internal AsyncWatch(WatchGroup group, ChangeDetector detector, TimeSpan poll)
        : base(group, detector, poll)
    {
    }

    public FileChange Current { get; private set; }

    /// <summary>Before the start.</summary>
    internal void CancelBy(CancellationToken one, CancellationToken other)
    {
        _link = one.CanBeCanceled && other.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(one, other) : null;
        _cancellation = _link is not null ? _link.Token : one.CanBeCanceled ? one : other;
    }

    public async ValueTask<bool> MoveNextAsync()
    {
        _cancellation.ThrowIfCancellationRequested();
        while (!IsStopped)
        {
            if (_found.TryDequeue(out FileChange change))
            {
                Current = change;
                return true;
            }

            if (await _ready.Reader.WaitToReadAsync(_cancellation).ConfigureAwait(false) && _ready.Reader.TryRead(out _) && !IsStopped)
            {
                foreach (FileChange found in Look())
                {
                    _found.Enqueue(found);
                }
            }
        }

        return false;
    }

    public ValueTask DisposeAsync()
    {
        Stop();
        _link?.Dispose();
        return ValueTask.CompletedTask;
    }

    internal override void Stop()
    {
        base.Stop();
        _ready.Writer.TryComplete();
    }

    private protected override void OnReady() => _ready.Writer.TryWrite(true);
}
