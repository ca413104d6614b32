namespace Ferrite.Mapping.Internal.Watching;

/// <summary>
/// A mapping's hold on its watches, and nobody else's: where the mapping is collected without having been disposed, so is this, and ends
/// them. They are reachable from the OS's events meanwhile, and so is what their callbacks refer to.
/// </summary>
internal sealed class FileWatches : IDisposable
{
    internal WatchGroup Group { get; } = new();

    public void Dispose()
    {
        Group.End();
        GC.SuppressFinalize(this);
    }

    ~FileWatches() => ThreadPool.UnsafeQueueUserWorkItem(static group => group.End(), Group, preferLocal: false);
}
