namespace Ferrite.Mapping.Internal.Watching;

/// <summary>Changes to be enumerated, each time by a watch of its own.</summary>
internal sealed class WatchedChanges : IAsyncEnumerable<FileChange>
{
    private readonly Func<AsyncWatch> _create;
    private readonly CancellationToken _cancellation;

    internal WatchedChanges(Func<AsyncWatch> create, CancellationToken cancellation)
    {
        _create = create;
        _cancellation = cancellation;
    }

    /// <summary>Watches from here on.</summary>
    public IAsyncEnumerator<FileChange> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        AsyncWatch watch = _create();
        watch.CancelBy(_cancellation, cancellationToken);
        watch.Start();
        return watch;
    }
}
