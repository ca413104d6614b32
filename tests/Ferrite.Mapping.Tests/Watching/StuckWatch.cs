using Ferrite.Mapping.Internal.Watching;

namespace Ferrite.Mapping.Tests.Watching;

/// <summary>Keeps the thread that brings it an event until it is let go.</summary>
internal sealed class StuckWatch : ISubscriber, IDisposable
{
    private readonly DirectorySubscription _subscription;

    internal StuckWatch(string path) => _subscription = DirectoryWatcher.Subscribe(path, this);

    internal ManualResetEventSlim Entered { get; } = new();

    internal ManualResetEventSlim Leave { get; } = new();

    public void Notify(WatchSigns signs)
    {
        Entered.Set();
        Leave.Wait();
    }

    public void Dispose()
    {
        Leave.Set();
        _subscription.Dispose();
    }
}
